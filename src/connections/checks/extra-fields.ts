import type { ConnectionView } from '../../systems/kit/settings/connection-view.ts';
import { hint } from '../../systems/kit/settings/hint.ts';
import { formatPath } from '../../systems/kit/settings/key-path.ts';
import { fieldName } from '../../systems/kit/settings/processes.ts';
import type { ExtraFields, SourceAdapter, WarehouseAdapter } from '../../systems/ports/adapter.ts';

/** Extra fields: known at both ends, and each warehouse field filled once and from one value. */
export function checkExtraFields(
  view: ConnectionView,
  source: SourceAdapter,
  { extraFieldTargets }: WarehouseAdapter,
): void {
  for (const fields of source.extraFields ?? []) {
    checkFields(view, fields, extraFieldTargets[fields.fills], source.name);
  }
}

function checkFields(
  view: ConnectionView,
  { path: base, sources, called }: ExtraFields,
  targets: WarehouseAdapter['extraFieldTargets']['orders'],
  system: string,
): void {
  const filledBy = new Map<string, string>();
  for (const source of view.keysAt(base)) {
    const path = [...base, source];
    const target = view.read(fieldName, path);
    const [from, into] = [known(sources, source), known(targets, target)];
    if (target !== undefined && into === undefined) {
      view.complain(
        path,
        `${view.shown(path)} is not a field of the warehouse that can be filled; ${hint(target, Object.keys(targets))}`,
      );
    }
    if (from === undefined) {
      const names = Object.keys(sources);
      view.complain(path, `not a field of ${system}’s ${called}; ${hint(source, names)}`);
    }
    if (target === undefined || into === undefined) continue;
    const earlier = filledBy.get(target);
    if (earlier !== undefined) {
      view.complain(path, `${view.shown(path)} is already filled from ${earlier}; keep one`);
    } else filledBy.set(target, formatPath([source]));
    if (from?.level === 'line' && into.level === 'order') {
      view.complain(
        path,
        `${view.shown(path)} is one field of the order, and each of its lines has a value; fill a field of the lines instead, such as comment`,
      );
    }
  }
}

const known = <Value>(values: Readonly<Record<string, Value>>, name?: string) =>
  name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
