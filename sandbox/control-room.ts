import { audit } from './audit.ts';
import type { SourceFact } from './facts.ts';
import type { OngoingSandbox } from './ongoing/ongoing.ts';
import type { ToldOrder } from './ongoing/orders/told-order.ts';

/** One order at both ends. */
export interface OverviewRow {
  readonly source?: SourceFact;
  readonly warehouse?: ToldOrder & { readonly statusText: string };
}

/** What a person does with an order; the members of `input` are text. Gives what was done. */
export type Act = (order: string, input: Readonly<Record<string, string>>) => string;

/** A simulated source, as the control room sees it. */
export interface SourceSide {
  facts(): readonly SourceFact[];
  /** What people can do at the source: `status`, `edit`. */
  readonly acts: Readonly<Record<string, Act>>;
}

/** Where a person sees both ends at once, and plays the people who work there. */
export interface ControlRoom {
  /** Newest first. */
  overview(): readonly OverviewRow[];
  audit(settled: boolean): readonly string[];
  /** By `<side>/<act>`: `warehouse/advance`. Throws a `RangeError` in words where it can't be done. */
  readonly acts: Readonly<Record<string, Act>>;
}

/** Several simulated sources as one: an act finds the source that it is about. */
export function bothSources(sides: readonly SourceSide[]): SourceSide {
  const names = new Set(sides.flatMap(({ acts }) => Object.keys(acts)));
  const actOf =
    (name: string): Act =>
    (order, input) => {
      const side = sides.find((one) =>
        one.facts().some(({ id, number }) => id === order || number === order),
      );
      const act = side?.acts[name];
      if (act === undefined) throw new RangeError(`no simulated source has an order ${order}`);
      return act(order, input);
    };
  return {
    facts: () => sides.flatMap((side) => side.facts()),
    acts: Object.fromEntries([...names].map((name) => [name, actOf(name)])),
  };
}

const noSource: SourceSide = { facts: () => [], acts: {} };

/** A room that looks at a simulated warehouse and, where there is one, at a source. */
export function createControlRoom(
  ongoing: OngoingSandbox,
  source: SourceSide = noSource,
): ControlRoom {
  const acts: Record<string, Act> = {};
  for (const [name, act] of Object.entries(source.acts)) acts[`source/${name}`] = act;
  for (const [name, act] of Object.entries(warehouseActs(ongoing))) acts[`warehouse/${name}`] = act;
  return {
    acts,
    overview: () => overview(ongoing, source.facts()),
    audit: (settled) => audit({ source: source.facts(), warehouse: ongoing.orders(), settled }),
  };
}

function overview(ongoing: OngoingSandbox, facts: readonly SourceFact[]): OverviewRow[] {
  const texts = new Map(ongoing.options.statuses.map(({ number, text }) => [number, text]));
  const unmatched = new Set(ongoing.orders());
  const rows = facts.map((source): OverviewRow => {
    const copy = copyOf(source, [...unmatched]);
    if (copy === undefined) return { source };
    unmatched.delete(copy);
    return { source, warehouse: told(copy, texts) };
  });
  const alone = [...unmatched].map((order) => ({ warehouse: told(order, texts) }));
  return [...rows, ...alone].reverse();
}

/** Ids decide; somebody else's order under the number is shown beside it, too. */
const copyOf = ({ id, number }: SourceFact, orders: readonly ToldOrder[]): ToldOrder | undefined =>
  orders.find((order) => order.goodsOwnerOrderId === id) ??
  orders.find((order) => order.number === number);

const told = (order: ToldOrder, texts: ReadonlyMap<number, string>) => ({
  ...order,
  statusText: texts.get(order.status) ?? '',
});

/** Orders are named by their id at the warehouse, or by their number where it is one customer's. */
function warehouseActs(ongoing: OngoingSandbox): Readonly<Record<string, Act>> {
  const path = ongoing.options.statuses.map((status) => status.number).filter(isWork);
  const orderOf = (name: string): ToldOrder | undefined =>
    ongoing.orders().find(({ orderId }) => String(orderId) === name) ??
    ongoing.orders().find(({ number }) => number === name);
  const found = (name: string): ToldOrder => {
    const order = orderOf(name);
    if (order === undefined) throw new RangeError(`the warehouse has no order ${name}`);
    return order;
  };
  return {
    status(name, input) {
      const { number, goodsOwnerId } = found(name);
      ongoing.setStatus(number, Number(input['status']), undefined, goodsOwnerId);
      return `Order ${number} is in status ${input['status']}.`;
    },
    advance(name) {
      const { number, goodsOwnerId, status } = found(name);
      const next = path.find((one) => one > status);
      if (next === undefined) throw new RangeError(`there is no status after ${status}`);
      ongoing.setStatus(number, next, undefined, goodsOwnerId);
      return `Order ${number} is in status ${next}.`;
    },
    ship(name, { waybill }) {
      const { number, goodsOwnerId } = found(name);
      ongoing.ship(number, waybill === undefined ? {} : { waybills: [waybill] }, goodsOwnerId);
      return `Order ${number} is sent.`;
    },
    cancel(name) {
      const { number, goodsOwnerId } = found(name);
      ongoing.cancelByWarehouse(number, goodsOwnerId);
      return `Order ${number} is cancelled.`;
    },
    foreign(number, input) {
      if (orderOf(number) !== undefined)
        throw new RangeError(`the warehouse has an order ${number} already`);
      ongoing.addForeignOrder(number, input['goodsOwnerOrderId'] ?? null);
      return `Order ${number} was typed in at the warehouse.`;
    },
  };
}

/** From open to collected. */
const isWork = (status: number): boolean => status >= 200 && status <= 500;
