import {
  articleExtraFieldSources,
  extraFieldSources,
} from '../../systems/24sevenoffice/settings.ts';
import { extraFieldTargets } from '../../systems/ongoing/settings.ts';
import type { ConnectionView } from '../../systems/kit/settings/connection-view.ts';
import { formatPath } from '../../systems/kit/settings/key-path.ts';
import { hint } from '../../systems/kit/settings/hint.ts';
import { articles, twentyFourSevenOfficeOrders } from '../schema/24sevenoffice-processes.ts';

const ofOrders = {
  base: ['orders', 'extraFields'],
  sources: extraFieldSources,
  target: twentyFourSevenOfficeOrders.shape.extraFields.unwrap().valueType,
  called: 'orders',
} as const;
const ofArticles = {
  base: ['articles', 'extraFields'],
  sources: articleExtraFieldSources,
  target: articles.shape.extraFields.unwrap().valueType,
  called: 'products',
} as const;

/** Extra fields: known sources, and each warehouse field filled once and from one value. */
export function checkExtraFields(view: ConnectionView): void {
  for (const fields of [ofOrders, ofArticles]) checkFields(view, fields);
  for (const source of view.keysAt(ofOrders.base)) {
    const path = [...ofOrders.base, source];
    const target = view.read(ofOrders.target, path);
    const into = target === undefined ? undefined : extraFieldTargets[target];
    if (known(extraFieldSources, source)?.level === 'line' && into?.level === 'order') {
      view.complain(
        path,
        `${view.shown(path)} is one field of the order, and each of its lines has a value; fill a field of the lines instead, such as comment`,
      );
    }
  }
}

function checkFields(
  view: ConnectionView,
  { base, sources, target, called }: typeof ofOrders | typeof ofArticles,
): void {
  const filledBy = new Map<string, string>();
  for (const source of view.keysAt(base)) {
    const path = [...base, source];
    if (known(sources, source) === undefined) {
      const names = Object.keys(sources);
      view.complain(path, `not a field of 24SevenOffice’s ${called}; ${hint(source, names)}`);
    }
    const into = view.read(target, path);
    if (into === undefined) continue;
    const earlier = filledBy.get(into);
    if (earlier !== undefined) {
      view.complain(path, `${view.shown(path)} is already filled from ${earlier}; keep one`);
    } else filledBy.set(into, formatPath([source]));
  }
}

const known = <Source>(sources: Readonly<Record<string, Source>>, name: string) =>
  Object.hasOwn(sources, name) ? sources[name] : undefined;
