import type { Random } from './random.ts';
import type { Address } from '../../orderdesk/records.ts';

interface Land {
  /** How carts write the country; nobody checks it. */
  readonly spellings: readonly string[];
  readonly dial: string;
  readonly state?: string;
  readonly streets: readonly string[];
  /** Postal code and city. */
  readonly cities: readonly (readonly [string, string])[];
  readonly weight: number;
}

const lands: readonly Land[] = [
  {
    spellings: ['NO', 'Norway', 'no', 'Norge'],
    dial: '+47 ',
    streets: ['Storgata', 'Ålesundveien', 'Kirkegata'],
    cities: [
      ['0150', 'Oslo'],
      ['5003', 'Bergen'],
      ['9008', 'Tromsø'],
    ],
    weight: 6,
  },
  {
    spellings: ['SE', 'Sweden', 'SWEDEN'],
    dial: '+46',
    streets: ['Östra Hamngatan', 'Kungsgatan'],
    cities: [
      ['111 22', 'Stockholm'],
      ['21134', 'Malmö'],
    ],
    weight: 4,
  },
  {
    spellings: ['UK', 'GB', 'United Kingdom'],
    dial: '0',
    streets: ['High Street', 'St Mary’s Road'],
    cities: [
      ['SW1A 2AA', 'London'],
      ['EH1 1YZ', 'Edinburgh'],
    ],
    weight: 4,
  },
  {
    spellings: ['US', 'USA', 'United States'],
    dial: '+1 ',
    state: 'MA',
    streets: ['Harbor Street', 'Main Street'],
    cities: [
      ['02108', 'Boston'],
      ['01002-0001', 'Amherst'],
    ],
    weight: 2,
  },
  {
    spellings: ['DE', 'Germany'],
    dial: '+49 ',
    streets: ['Hauptstraße', 'Lindenallee'],
    cities: [
      ['01067', 'Dresden'],
      ['20095', 'Hamburg'],
    ],
    weight: 2,
  },
];
const drawn = lands.flatMap((land) => Array.from({ length: land.weight }, () => land));

const given = ['Ingrid', 'Øyvind', 'Zoë', 'Åsa', 'Liam', 'Małgorzata'];
const family = ['Nordmann', 'Ødegård', 'O’Neill', 'Åkesson', 'García-Lindqvist'];
const firms = ['Solvik Interiør AS', 'Harbour & Sons Ltd', 'Åsane Sport AB'];

/** A person, a company, or a person at a company: a cart asks for no more than one of the two. */
function nameFrom(random: Random): Partial<Pick<Address, 'first_name' | 'last_name' | 'company'>> {
  const kind = random.integer(10);
  const company = random.pick(firms);
  if (kind < 2) return { company };
  const person = { first_name: random.pick(given), last_name: random.pick(family) };
  return kind < 4 ? { ...person, company } : person;
}

/** A made-up recipient; at times with lines that are longer than a label is wide. */
export function addressFrom(random: Random): Partial<Address> {
  const land = random.pick(drawn);
  const [postal_code, city] = random.pick(land.cities);
  const street = `${random.pick(land.streets)} ${random.integer(180) + 1}`;
  const isLong = random.chance(0.1);
  return {
    ...nameFrom(random),
    address1: isLong
      ? `${street}, entrance from the courtyard behind the bakery, third staircase on the left hand side`
      : street,
    ...(random.chance(0.2) ? { address2: `Apt ${random.integer(40) + 1}` } : {}),
    ...(isLong ? { address3: 'Building C', address4: 'Goods reception, ring twice' } : {}),
    city,
    ...(land.state === undefined ? {} : { state: land.state }),
    postal_code,
    country: random.pick(land.spellings),
    ...(random.chance(0.8)
      ? { phone: `${land.dial}${40_000_000 + random.integer(9_999_999)}` }
      : {}),
  };
}
