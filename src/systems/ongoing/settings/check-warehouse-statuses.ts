import type { ConnectionView } from '../../kit/settings/connection-view.ts';
import { Refusal } from '../../kit/settings/field.ts';
import { parsedNumber } from '../../kit/settings/number.ts';
import { type StatusName, statusNames } from '../statuses.ts';
import { warehouseStatuses } from './warehouse.ts';

const base = ['warehouse', 'statuses'] as const;

/** What must come before what, and whether both may be the same number. */
const order: readonly (readonly [StatusName, StatusName, 'may be equal'?])[] = [
  ['open', 'begun'],
  ['begun', 'picked'],
  ['picked', 'shipped'],
  ['shipped', 'collected', 'may be equal'],
  ['collected', 'returned'],
  ['returned', 'cancelled'],
];

/** Status numbers rise with the work, and a number has one meaning. */
export function checkWarehouseStatuses(view: ConnectionView): void {
  const numberOf = (name: StatusName) => view.read(warehouseStatuses.shape[name], [...base, name]);

  for (const [lower, upper, equal] of order) {
    const [low, high] = [numberOf(lower), numberOf(upper)];
    if (low === undefined || high === undefined) continue;
    if (low < high || (low === high && equal !== undefined)) continue;
    const blamed = view.written([...base, upper]) ? upper : lower;
    const other = blamed === upper ? lower : upper;
    view.complain(
      [...base, blamed],
      `${inWords(view, blamed, numberOf)} must be ${blamed === upper ? 'above' : 'below'} ${other} (${inWords(view, other, numberOf)})`,
    );
  }

  const error = numberOf('error');
  const twin = statusNames.find((name) => name !== 'error' && numberOf(name) === error);
  if (error !== undefined && twin !== undefined) {
    view.complain([...base, 'error'], `${inWords(view, 'error', numberOf)} is also ${twin}`);
  }
  checkOther(view, numberOf);
}

function checkOther(
  view: ConnectionView,
  numberOf: (name: StatusName) => number | undefined,
): void {
  for (const key of view.keysAt([...base, 'other'])) {
    const path = [...base, 'other', key];
    const number = parsedNumber(key);
    if (number instanceof Refusal || String(number) !== key) {
      view.complain(path, 'the key must be a status number, such as 425');
      continue;
    }
    const named = statusNames.find((name) => numberOf(name) === number);
    if (named !== undefined) view.complain(path, `${key} already has a meaning: ${named}`);
  }
}

function inWords(
  view: ConnectionView,
  name: StatusName,
  numberOf: (name: StatusName) => number | undefined,
): string {
  return view.written([...base, name]) ? view.shown([...base, name]) : String(numberOf(name));
}
