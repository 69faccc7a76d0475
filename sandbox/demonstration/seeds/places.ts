import type { Random } from './random.ts';

interface Land {
  readonly code: string;
  /** How people and carts write the country; nobody checks it. */
  readonly spellings: readonly string[];
  readonly dial: string;
  readonly state?: string;
  readonly streets: readonly string[];
  /** Cities by postal code. */
  readonly towns: Readonly<Record<string, string>>;
  /** How often it comes. */
  readonly weight: number;
}

const lands: readonly Land[] = [
  {
    code: 'NO',
    spellings: ['NO', 'Norge', 'Norway', 'no', 'NORGE'],
    dial: '+47 ',
    streets: ['Storgata', 'Ålesundveien', 'Bjørnstjernes gate', 'Øvre Slottsgate', 'Fjordveien'],
    towns: {
      '0150': 'OSLO',
      '0010': 'OSLO',
      '5003': 'BERGEN',
      '9008': 'TROMSØ',
      '6003': 'ÅLESUND',
    },
    weight: 12,
  },
  {
    code: 'SE',
    spellings: ['SE', 'Sverige', 'Sweden', 'Sverige ', 'SWEDEN'],
    dial: '+46',
    streets: ['Drottninggatan', 'Åsögatan', 'Östra Hamngatan', 'Kungsgatan'],
    towns: { '111 22': 'Stockholm', '41107': 'Göteborg', '211 34': 'Malmö' },
    weight: 5,
  },
  {
    code: 'DK',
    spellings: ['DK', 'Danmark', 'Denmark'],
    dial: '+45 ',
    streets: ['Nørregade', 'Vesterbrogade', 'Algade'],
    towns: { '0999': 'København C', '8000': 'Aarhus C' },
    weight: 3,
  },
  {
    code: 'GB',
    spellings: ['UK', 'GB', 'United Kingdom'],
    dial: '0',
    streets: ['High Street', 'St Mary’s Road'],
    towns: { 'SW1A 2AA': 'London', 'EH1 1YZ': 'Edinburgh' },
    weight: 2,
  },
  {
    code: 'FI',
    spellings: ['FI', 'Finland'],
    dial: '+358 ',
    streets: ['Mannerheimintie', 'Hämeenkatu'],
    towns: { '00100': 'Helsinki', '33100': 'Tampere' },
    weight: 2,
  },
  {
    code: 'DE',
    spellings: ['DE', 'Tyskland', 'Germany'],
    dial: '+49 ',
    streets: ['Hauptstraße', 'Lindenallee'],
    towns: { '01067': 'Dresden', '20095': 'Hamburg' },
    weight: 1,
  },
  {
    code: 'US',
    spellings: ['US', 'USA', 'United States'],
    dial: '+1 ',
    state: 'MA',
    streets: ['Harbor Street', 'Main Street'],
    towns: { '02108': 'Boston', '01002-0001': 'Amherst' },
    weight: 2,
  },
];

const drawn = lands.flatMap((land) => Array.from({ length: land.weight }, () => land));

/** Where somebody lives, and how to call there. */
export interface Place {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly state: string | undefined;
  /** As somebody spelt it. */
  readonly country: string;
  readonly countryCode: string;
  readonly phone: string;
}

/** A made-up place, mostly in Norway. */
export function placeFrom(random: Random): Place {
  const { code: countryCode, dial, spellings, state, streets, towns } = random.pick(drawn);
  const [postalCode, city] = random.pick(Object.entries(towns));
  const house = `${random.integer(180) + 1}${random.chance(0.2) ? 'B' : ''}`;
  const street = `${random.pick(streets)} ${house}`;
  const phone = `${dial}${40_000_000 + random.integer(9_999_999)}`;
  return { street, postalCode, city, state, country: random.pick(spellings), countryCode, phone };
}
