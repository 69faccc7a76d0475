import type { SourceFact, WarehouseFact } from './facts.ts';
import { begunStatus, isShipped, openStatus } from './ongoing/statuses.ts';

/** What both ends hold. */
export interface BothEnds {
  readonly source: readonly SourceFact[];
  readonly warehouse: readonly WarehouseFact[];
  /**
   * Nothing is under way any more, so that an order which isn't there yet is lost. While work goes
   * on, only what can never be right counts.
   */
  readonly settled: boolean;
}

/**
 * What is wrong between a source and a warehouse, in words; empty where everything is right: every
 * wanted order exactly once at the warehouse and under its id, every shipped order reported exactly
 * once and not before it shipped, nothing invented.
 */
export function audit({ source, warehouse, settled }: BothEnds): readonly string[] {
  const ours = warehouse.filter((order) => !order.foreign);
  const bySourceId = grouped(ours, (order) => order.goodsOwnerOrderId ?? '');
  const sourceIds = new Set(source.map((order) => order.id));
  return [
    ...repeated(ours),
    ...ours.flatMap((order) => originProblems(order, sourceIds)),
    ...source.flatMap((order) => sourceProblems(order, bySourceId.get(order.id) ?? [], settled)),
  ];
}

/** Numbers are one customer's own. */
const keyOf = ({ goodsOwnerId, number }: WarehouseFact): string => `${goodsOwnerId}/${number}`;

/** The same number, or the same source order, twice at the warehouse. */
function repeated(ours: readonly WarehouseFact[]): string[] {
  const problems: string[] = [];
  for (const orders of grouped(ours, keyOf).values()) {
    if (orders.length > 1)
      problems.push(`Order ${orders[0]?.number} is ${orders.length} times at the warehouse.`);
  }
  for (const [id, orders] of grouped(ours, (order) => order.goodsOwnerOrderId ?? '')) {
    if (id !== '' && orders.length > 1)
      problems.push(`Source order ${id} is ${orders.length} times at the warehouse.`);
  }
  return problems;
}

function originProblems(order: WarehouseFact, sourceIds: ReadonlySet<string>): string[] {
  if (order.goodsOwnerOrderId === null)
    return [`Warehouse order ${order.number} doesn't carry the source's id.`];
  return sourceIds.has(order.goodsOwnerOrderId)
    ? []
    : [`Warehouse order ${order.number} carries the id of no source order.`];
}

function sourceProblems(
  order: SourceFact,
  held: readonly WarehouseFact[],
  settled: boolean,
): string[] {
  const [copy] = held;
  if (copy === undefined) return absentProblems(order, settled);
  const problems = [...reportProblems(order, copy, settled)];
  if (copy.number !== order.number)
    problems.push(`Order ${order.number} is called ${copy.number} at the warehouse.`);
  if (order.bad)
    problems.push(`Order ${order.number} can't be mapped, yet it is at the warehouse.`);
  const open = copy.status >= openStatus && copy.status < begunStatus;
  if (settled && order.cancelled && open)
    problems.push(`Order ${order.number} is cancelled at the source, yet open at the warehouse.`);
  return problems;
}

function absentProblems(order: SourceFact, settled: boolean): string[] {
  const problems: string[] = [];
  if (order.reports.length > 0)
    problems.push(`Order ${order.number} was reported, yet it isn't at the warehouse.`);
  if (settled && order.wanted && !order.bad)
    problems.push(`Order ${order.number} never reached the warehouse.`);
  return problems;
}

function reportProblems(order: SourceFact, copy: WarehouseFact, settled: boolean): string[] {
  const [report] = order.reports;
  if (report === undefined) {
    return settled && isShipped(copy.status) && order.wanted
      ? [`Order ${order.number} has shipped, yet it was never reported.`]
      : [];
  }
  const problems: string[] = [];
  if (order.reports.length > 1)
    problems.push(`Order ${order.number} was reported ${order.reports.length} times.`);
  if (copy.shippedAt === null)
    problems.push(`Order ${order.number} was reported, yet it hasn't shipped.`);
  else if (Date.parse(report) < Date.parse(copy.shippedAt))
    problems.push(`Order ${order.number} was reported before it shipped.`);
  return problems;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
