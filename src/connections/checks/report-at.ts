import type { StatusName } from '../../systems/ongoing/settings.ts';
import type { ConnectionView } from '../../systems/kit/settings/connection-view.ts';
import { warehouseStatuses } from '../schema/ongoing-warehouse.ts';
import { reportStatus } from '../schema/status-field.ts';

const path = ['shipments', 'reportAt'];
const anyReportStatus = reportStatus('', ['available']);

/** An order that is only begun hasn't shipped, and one that came back or was cancelled didn't. */
export function checkReportAt(view: ConnectionView): void {
  if (!view.written(path)) return;
  const wanted = view.read(anyReportStatus, path);
  if (wanted === undefined || wanted === 'available') return;
  const numberOf = (name: StatusName) =>
    view.read(warehouseStatuses.shape[name], ['warehouse', 'statuses', name]);
  const number = typeof wanted === 'number' ? wanted : numberOf(wanted);
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

function checkOther(view: ConnectionView, number: number): void {
  const otherPath = ['warehouse', 'statuses', 'other', String(number)];
  if (!view.written(otherPath)) return;
  view.complain(
    path,
    `${view.shown(path)} is given another meaning under warehouse.statuses.other; keep one of the two`,
  );
}
