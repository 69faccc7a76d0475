import { parse } from 'lossless-json';
import { expect } from 'vitest';

import type { InvoiceOrder } from '../../sandbox/24sevenoffice/book/records.ts';
import type { AcceptedPut } from '../../sandbox/ongoing/ongoing.ts';
import { expectedBody, type BriefRow } from './expected-body.ts';
import type { World } from '../world/world.ts';

/** The account's calendar. */
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' });
/** An order may be read this long before it is put, when calls fail. */
const readBeforeMs = 10 * 60_000;

/** What of the brief a PUT doesn't say as it should, row by row; empty where everything is right. */
export function wrongRows(text: string, rows: readonly BriefRow[]): readonly string[] {
  const told = leaves(text);
  const wrong = rows.flatMap(({ row, path, wanted }) => {
    const is = told.get(path);
    told.delete(path);
    const right = Array.isArray(wanted) ? wanted.includes(is) : is === wanted;
    return right ? [] : [`${row}: ${path} is ${shown(is)} instead of ${shown(wanted)}`];
  });
  return [
    ...wrong,
    ...[...told].map(([path, is]) => `no row of the brief: ${path} is ${shown(is)}`),
  ];
}

/** What of an order the warehouse didn't receive as the ERP has it, by its newest accepted PUT. */
export function wrongFields(order: InvoiceOrder, { erp, wms }: World): readonly string[] {
  const put = newest(wms.puts(order.OrderId), order.OrderId);
  const articles = new Map(wms.articles().map((one) => [one.productCode, one.articleNumber]));
  const rows = expectedBody({
    order,
    company: erp.company(order.CustomerDeliveryId ?? order.CustomerId),
    articleNumber: (productId) => articles.get(productId),
    readOn: [Date.parse(put.at), Date.parse(put.at) - readBeforeMs].map((at) => day.format(at)),
    goodsOwnerId: String(wms.options.accounts[0]?.goodsOwners[0]?.id),
  });
  return wrongRows(put.text, rows).map((wrong) => `order ${order.OrderId}: ${wrong}`);
}

/** The warehouse received the order as the ERP has it, field by field. */
export function expectSameOrder(order: InvoiceOrder, world: World): void {
  expect(wrongFields(order, world)).toEqual([]);
}

function newest(puts: readonly AcceptedPut[], number: string): AcceptedPut {
  const put = puts.at(-1);
  if (put === undefined) throw new Error(`the warehouse never accepted order ${number}`);
  return put;
}

/** Every value of a body by its path, as text with the digits that were sent. */
function leaves(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, `${path}[${index}]`));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        walk(member, path === '' ? name : `${path}.${name}`);
      }
    } else found.set(path, String(value));
  };
  walk(parse(text, null, String), '');
  return found;
}

const shown = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));
