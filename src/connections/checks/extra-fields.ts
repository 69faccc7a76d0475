import { extraFieldSources } from '../../systems/24sevenoffice/settings.ts';
import { extraFieldTargets } from '../../systems/ongoing/settings.ts';
import type { ConnectionView } from '../connection-view.ts';
import { formatPath } from '../file/key-path.ts';
import { hint } from '../hint.ts';
import { twentyFourSevenOfficeOrders } from '../schema/24sevenoffice-processes.ts';

const base = ['orders', 'extraFields'];
const known = Object.keys(extraFieldSources);
const targetOf = twentyFourSevenOfficeOrders.shape.extraFields.unwrap().valueType;

/** `orders.extraFields`: known sources, and each warehouse field filled once and from one value. */
export function checkExtraFields(view: ConnectionView): void {
  const filledBy = new Map<string, string>();
  for (const source of view.keysAt(base)) {
    const path = [...base, source];
    const from = Object.hasOwn(extraFieldSources, source) ? extraFieldSources[source] : undefined;
    if (from === undefined) {
      view.complain(path, `not a field of 24SevenOffice’s orders; ${hint(source, known)}`);
    }
    const target = view.read(targetOf, path);
    if (target === undefined) continue;
    const into = extraFieldTargets[target];
    if (from?.level === 'line' && into?.level === 'order') {
      view.complain(
        path,
        `${view.shown(path)} is one field of the order, and each of its lines has a value; fill a field of the lines instead, such as comment`,
      );
    }
    const earlier = filledBy.get(target);
    if (earlier !== undefined) {
      view.complain(path, `${view.shown(path)} is already filled from ${earlier}; keep one`);
    } else filledBy.set(target, formatPath([source]));
  }
}
