import type { Address } from '../../24sevenoffice/book/records.ts';
import type { Random } from './random.ts';

interface Land {
  readonly code: string;
  /** How people write the country in the ERP. */
  readonly spellings: readonly string[];
  readonly dial: string;
  readonly state?: string;
  readonly streets: readonly string[];
  /** Postal code and postal area. */
  readonly towns: readonly (readonly [string, string])[];
  /** How often it comes. */
  readonly weight: number;
}

const lands: readonly Land[] = [
  {
    code: 'NO',
    spellings: ['NO', 'Norge', 'Norway', 'no', 'NORGE'],
    dial: '+47 ',
    streets: ['Storgata', 'Kirkeveien', 'Bjørnstjernes gate', 'Øvre Slottsgate', 'Fjordveien'],
    towns: [
      ['0150', 'OSLO'],
      ['0451', 'OSLO'],
      ['0010', 'OSLO'],
      ['5003', 'BERGEN'],
      ['7011', 'TRONDHEIM'],
      ['9008', 'TROMSØ'],
      ['4006', 'STAVANGER'],
      ['6003', 'ÅLESUND'],
    ],
    weight: 12,
  },
  {
    code: 'SE',
    spellings: ['SE', 'Sverige', 'Sweden', 'Sverige '],
    dial: '+46 ',
    streets: ['Drottninggatan', 'Åsögatan', 'Östra Hamngatan', 'Kungsgatan'],
    towns: [
      ['111 22', 'Stockholm'],
      ['41107', 'Göteborg'],
      ['211 34', 'Malmö'],
      ['90326', 'Umeå'],
    ],
    weight: 5,
  },
  {
    code: 'DK',
    spellings: ['DK', 'Danmark', 'Denmark'],
    dial: '+45 ',
    streets: ['Nørregade', 'Vesterbrogade', 'Søndergade', 'Algade'],
    towns: [
      ['0999', 'København C'],
      ['1620', 'København V'],
      ['8000', 'Aarhus C'],
      ['5000', 'Odense C'],
    ],
    weight: 3,
  },
  {
    code: 'FI',
    spellings: ['FI', 'Finland'],
    dial: '+358 ',
    streets: ['Mannerheimintie', 'Hämeenkatu', 'Aleksanterinkatu'],
    towns: [
      ['00100', 'Helsinki'],
      ['02150', 'Espoo'],
      ['33100', 'Tampere'],
    ],
    weight: 2,
  },
  {
    code: 'DE',
    spellings: ['DE', 'Tyskland', 'Germany'],
    dial: '+49 ',
    streets: ['Hauptstraße', 'Lindenallee'],
    towns: [
      ['01067', 'Dresden'],
      ['20095', 'Hamburg'],
    ],
    weight: 1,
  },
  {
    code: 'US',
    spellings: ['US', 'USA'],
    dial: '+1 ',
    state: 'MA',
    streets: ['Harbor Street', 'Main Street'],
    towns: [
      ['02108', 'Boston'],
      ['01002', 'Amherst'],
    ],
    weight: 1,
  },
];

const drawn = lands.flatMap((land) => Array.from({ length: land.weight }, () => land));

/** Where somebody lives, and how to call there. */
export interface Place {
  readonly address: Address;
  readonly countryCode: string;
  readonly phone: string;
}

/** A made-up place, mostly in Norway. */
export function placeFrom(random: Random): Place {
  const land = random.pick(drawn);
  const [PostalCode, PostalArea] = random.pick(land.towns);
  const house = `${random.integer(180) + 1}${random.chance(0.2) ? 'B' : ''}`;
  const line = `${random.pick(land.streets)} ${house}`;
  return {
    address: {
      Street: random.chance(0.1) ? `c/o Mottak & lager\n${line}` : line,
      ...(land.state === undefined ? {} : { State: land.state }),
      PostalCode,
      PostalArea,
      Country: random.pick(land.spellings),
    },
    countryCode: land.code,
    phone: `${land.dial}${40_000_000 + random.integer(9_999_999)}`,
  };
}
