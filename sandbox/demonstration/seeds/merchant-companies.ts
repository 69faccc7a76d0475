import type { Clerk } from '../../24sevenoffice/clerk.ts';
import type { Address, Company } from '../../24sevenoffice/book/records.ts';
import { fullNameFrom } from './people.ts';
import type { Place } from './places.ts';
import { placeFrom } from './places.ts';
import type { Random } from './random.ts';

const trades = ['Sport', 'Kaffe & Te', 'Interiør', 'Bygg', 'Friluft', 'Bokhandel', 'Verktøy'];
const towns = ['Fjellheim', 'Havna', 'Nordby', 'Østgård', 'Solvik', 'Åsane'];

/** A customer as the ERP has it, with the place it was made up for. */
export interface SeededCustomer {
  readonly company: Company;
  readonly address: Address;
  readonly phone: string;
}

/** A place as somebody types it into the ERP. */
export const addressAt = (place: Place, random: Random): Address => ({
  Street: random.chance(0.1) ? `c/o Mottak & lager\n${place.street}` : place.street,
  State: place.state,
  PostalCode: place.postalCode,
  PostalArea: place.city,
  Country: place.country,
});

/** A customer. Nearly all can be reached, over one of the numbers that the ERP has room for. */
export function seedCustomer(clerk: Clerk, random: Random): SeededCustomer {
  const place = placeFrom(random);
  const address = addressAt(place, random);
  const isPerson = random.chance(0.45);
  const Name = isPerson
    ? fullNameFrom(random)
    : `${random.pick(towns)} ${random.pick(trades)} ${random.pick(['AS', 'AB', 'ApS'])}`;
  const kind = random.pick(['Mobile', 'Primary', 'Work'] as const);
  const mailKind = random.pick(['Primary', 'Invoice', 'Work'] as const);
  return {
    address,
    phone: place.phone,
    company: clerk.addCustomer({
      Name,
      Type: isPerson ? 'Consumer' : 'Business',
      Country: place.countryCode,
      OrganizationNumber: isPerson ? undefined : `${910_000_000 + random.integer(9_999_999)}`,
      Addresses: { Post: address, Delivery: address, Invoice: address },
      PhoneNumbers: { [kind]: { Value: place.phone } },
      EmailAddresses: { [mailKind]: { Value: `kunde${random.integer(900_000)}@post.example` } },
    }),
  };
}

/** A supplier, whose city stands in the field that real data uses: PostalArea, not City. */
export function seedSupplier(clerk: Clerk, random: Random): Company {
  const place = placeFrom(random);
  return clerk.addCustomer({
    Name: `${random.pick(towns)} Engros ${random.pick(['AS', 'AB'])}`,
    Type: 'Supplier',
    Country: place.countryCode,
    Addresses: { Post: addressAt(place, random) },
    PhoneNumbers: { Work: { Value: place.phone } },
  });
}
