import type { ConnectionView } from '../../kit/settings/connection-view.ts';
import { Refusal } from '../../kit/settings/field.ts';
import { hint } from '../../kit/settings/hint.ts';
import { parsedNumber } from '../../kit/settings/number.ts';
import { reportAt } from '../../kit/settings/processes.ts';
import { type StatusName, statusNames } from '../statuses.ts';
import { warehouseStatuses } from './warehouse.ts';

const path = ['shipments', 'reportAt'];
const word = reportAt('');

/**
 * An order that is only begun hasn't shipped, and one that came back or was cancelled didn't.
 * @param others words beside the status names, of which the source knows the meaning
 */
export function checkReportAt(view: ConnectionView, others: readonly string[]): void {
  const wanted = view.written(path) ? view.read(word, path) : undefined;
  if (wanted === undefined || others.includes(wanted)) return;
  const numberOf = (name: StatusName) =>
    view.read(warehouseStatuses.shape[name], ['warehouse', 'statuses', name]);
  const name = statusNames.find((each) => each === wanted);
  const number = name === undefined ? numberIn(wanted, others) : numberOf(name);
  if (number instanceof Refusal) {
    view.complain(path, `${view.shown(path)} ${number.says}`);
    return;
  }
  const [picked, returned] = [numberOf('picked'), numberOf('returned')];
  if (number === undefined || picked === undefined || returned === undefined) return;

  const instead = 'write shipped, collected or a number between picked and returned';
  if (number < picked) {
    view.complain(path, `${view.shown(path)} comes before picked; ${instead}`);
  } else if (number >= returned) {
    view.complain(path, `${view.shown(path)} is not before returned; ${instead}`);
  }
  checkOther(view, number);
}

function numberIn(written: string, others: readonly string[]): number | Refusal {
  if (/^\d/.test(written)) return parsedNumber(written);
  return new Refusal(
    `is not a name of warehouse.statuses; ${hint(written, [...statusNames, ...others])}`,
  );
}

function checkOther(view: ConnectionView, number: number): void {
  const otherPath = ['warehouse', 'statuses', 'other', String(number)];
  if (!view.written(otherPath)) return;
  view.complain(
    path,
    `${view.shown(path)} is given another meaning under warehouse.statuses.other; keep one of the two`,
  );
}
