import type { Address } from '../../orderdesk/records.ts';
import { personFrom } from './people.ts';
import { placeFrom } from './places.ts';
import type { Random } from './random.ts';

const firms = ['Solvik Interiør AS', 'Harbour & Sons Ltd', 'Åsane Sport AB'];

/** A person, a company, or a person at a company: a cart asks for no more than one of the two. */
function nameFrom(random: Random): Partial<Address> {
  const kind = random.integer(10);
  const company = random.pick(firms);
  if (kind < 2) return { company };
  const [first_name, last_name] = personFrom(random);
  return { first_name, last_name, company: kind < 4 ? company : '' };
}

/** A made-up recipient; at times with lines that are longer than a label is wide. */
export function addressFrom(random: Random): Partial<Address> {
  const { street, postalCode, city, state = '', country, phone } = placeFrom(random);
  const isLong = random.chance(0.1);
  return {
    ...nameFrom(random),
    address1: isLong
      ? `${street}, entrance from the courtyard behind the bakery, third staircase on the left hand side`
      : street,
    address2: random.chance(0.2) ? `Apt ${random.integer(40) + 1}` : '',
    ...(isLong && { address3: 'Building C', address4: 'Goods reception, ring twice' }),
    city,
    state,
    postal_code: postalCode,
    country,
    phone: random.chance(0.8) ? phone : '',
  };
}
