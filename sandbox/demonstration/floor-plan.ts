import { chosenBy, happens, wholeBetween } from '../chance.ts';

/** How long an order rests in a status: between these, in milliseconds. */
export interface Pace {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** The paces that have a name: an order ships within about 10 seconds, or within minutes. */
export const paces = {
  fast: { leastMs: 1_000, mostMs: 4_000 },
  slow: { leastMs: 15_000, mostMs: 60_000 },
} as const satisfies Record<string, Pace>;

const carriers = [
  { name: 'Bring', code: 'BRING', serviceCode: '1000' },
  { name: 'Bring', code: 'BRING', serviceCode: '1202' },
  { name: 'PostNord', code: 'PN', serviceCode: '19' },
] as const;

const upToPicked = [300, 320, 400];
const earlyWaybillShare = 0.15;
const returnParcelShare = 0.2;
const noWaybillShare = 0.1;

/** What the floor will do with one order: always the same for the same seed and order number. */
export function planFor(seed: number, number: string) {
  const path = chosenBy(
    [
      [...upToPicked, 450, 500],
      [...upToPicked, 450, 500],
      [...upToPicked, 450],
      [...upToPicked, 500],
      [300, 500],
    ],
    'path',
    seed,
    number,
  );
  const digits = String(wholeBetween(10_000_000, 99_999_999, 'waybill', seed, number));
  const waybill = `70${digits}`;
  const parcels = wholeBetween(1, 3, 'parcels', seed, number);
  return {
    /** The statuses it will pass, ascending. */
    path,
    /** What leaves with it, but for the status. */
    departure: {
      waybills: happens(noWaybillShare, 'no waybill', seed, number) ? [] : [waybill],
      parcels: Array.from({ length: parcels }, (_, index) => `37${digits}${index + 1}`),
      returnParcels: happens(returnParcelShare, 'return parcel', seed, number)
        ? [`99${digits}1`]
        : [],
      carrier: chosenBy(carriers, 'carrier', seed, number),
    },
    /** A waybill that is printed while the order is still open. */
    earlyWaybill: happens(earlyWaybillShare, 'early waybill', seed, number) ? waybill : undefined,
  };
}

/** How long an order rests before it is moved to a status. */
export const restBefore = (pace: Pace, seed: number, number: string, status: number): number =>
  wholeBetween(pace.leastMs, pace.mostMs, 'rest', seed, number, status);
