import type { MappingProblem } from '../../../../domain/mapping-problem.ts';
import type { Order, OrderLine } from '../../../../domain/order.ts';
import type { PutOutcome } from '../../../../domain/warehouse-order.ts';
import { hasBegun } from '../../../../domain/warehouse-status.ts';
import type { CallContext } from '../../../kit/call-context.ts';
import type { PutContext } from '../../../ports/warehouse.ts';
import { onSeveralArticles } from '../articles/article-faults.ts';
import type { ArticleNumbers, ResolvedArticles } from '../articles/article-numbers.ts';
import { differences, isNothing } from './differences.ts';
import { Refusal } from '../../../kit/errors/failures.ts';
import type { FoundOrder, ExistingOrders, ReadOrder } from './existing-orders.ts';
import { orderBody } from './order-body.ts';
import { orderEchoes } from './order-echoes.ts';
import { readBack } from './read-back.ts';
import { orderWrittenSchema } from '../schema.ts';
import type { Transport } from '../transport.ts';
import { warehouseOrderOf } from './warehouse-order.ts';

/** What the flows around one order work with. */
export interface OrderFlow {
  readonly transport: Transport;
  readonly orders: ExistingOrders;
  readonly articles: ArticleNumbers;
  readonly readBackWaitsMs: readonly number[];
}

/** Creates or updates an order, and finds out why where the warehouse refuses. */
export async function putOrder(
  { transport, orders, articles, readBackWaitsMs }: OrderFlow,
  order: Order,
  context: PutContext,
  call: CallContext,
): Promise<PutOutcome> {
  const { settings } = transport;
  const asKnown = ({ held, at }: ReadOrder) => warehouseOrderOf(held, settings, at);
  const readUntil = async (id: string, shows: (read: ReadOrder | undefined) => boolean) =>
    await readBack(orders, id, shows, readBackWaitsMs, call);
  const resolve = async () => await articles.resolve(productCodes(order), call);
  const foreign = (found: FoundOrder): PutOutcome => ({ kind: 'foreign', order: asKnown(found) });

  async function putResolved(mayResolveAgain: boolean): Promise<PutOutcome> {
    const resolved = await resolve();
    if (resolved.ambiguous.size > 0) return { kind: 'refused', faults: ambiguous(order, resolved) };
    if (resolved.unknown.length > 0) {
      return { kind: 'unknown articles', productCodes: resolved.unknown };
    }
    try {
      return await write(resolved);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      articles.forget(productCodes(order));
      const found = await orders.find(order, call);
      if (found?.ours === false) return foreign(found);
      if (found !== undefined) {
        const { phase, warehouseOrderId } = asKnown(found);
        if (hasBegun(phase)) return await begun(found, resolved);
        if (phase === 'cancelled' && context.reopens === true) {
          return { kind: 'number spent', warehouseOrderId };
        }
      }
      // An article may have got another number since its number was remembered.
      if (resolved.fromMemory && mayResolveAgain) return await putResolved(false);
      if (error.decision.kind !== 'attention') throw error;
      return { kind: 'refused', faults: error.decision.faults };
    }
  }

  async function write(resolved: ResolvedArticles): Promise<PutOutcome> {
    const { body } = orderBody(order, settings.goodsOwnerId, (line) => numberIn(resolved, line));
    const { value } = await transport.call(call, {
      operation: 'PUT /orders',
      body,
      schema: orderWrittenSchema,
      echoes: orderEchoes(order, [...resolved.numbers.values()]),
    });
    return await checked(value.orderId);
  }

  /** Reads the order back where a 2xx doesn't say enough: lines were dropped, or it was cancelled. */
  async function checked(warehouseOrderId: string): Promise<PutOutcome> {
    const rows = new Set(order.lines.map(({ rowNumber }) => rowNumber));
    const dropped = (context.sentRows ?? []).filter((row) => !rows.has(row));
    const reopens = context.reopens === true;
    if (dropped.length === 0 && !reopens) return { kind: 'accepted', warehouseOrderId };

    const stillCancelled = (read: ReadOrder): boolean =>
      reopens && asKnown(read).phase === 'cancelled';
    const stayed = ({ held }: ReadOrder): string[] => {
      const there = held.orderLines.filter((line) => !isNothing(line));
      return dropped.filter((row) => there.some(({ rowNumber }) => rowNumber?.trim() === row));
    };
    const read = await readUntil(
      warehouseOrderId,
      (again) =>
        again !== undefined &&
        !stillCancelled(again) &&
        stayed(again).length === 0 &&
        hasLines(again),
    );
    if (read !== undefined && stillCancelled(read)) {
      return { kind: 'number spent', warehouseOrderId };
    }
    const stay = read === undefined ? [] : stayed(read);
    if (stay.length > 0) return { kind: 'lines stayed', warehouseOrderId, rows: stay };
    return { kind: 'accepted', warehouseOrderId };
  }

  /** An order that was written just now may be read without its lines for some seconds. */
  const hasLines = ({ held }: ReadOrder): boolean =>
    held.orderLines.length > 0 || order.lines.length === 0;

  /**
   * Work has begun. Where the warehouse holds exactly what the source wants, nothing came too late: an
   * earlier write was carried out although its answer was lost, or nothing was changed.
   */
  async function begun(found: ReadOrder, resolved: ResolvedArticles): Promise<PutOutcome> {
    const { warehouseOrderId } = asKnown(found);
    const again = hasLines(found)
      ? found
      : await readUntil(warehouseOrderId, (read) => read !== undefined && hasLines(read));
    const read = again ?? found;
    const differ = differences(order, read.held, (line) => numberIn(resolved, line));
    return differ.length === 0
      ? { kind: 'accepted', warehouseOrderId }
      : { kind: 'too late', order: asKnown(read), differences: differ };
  }

  const { faults } = orderBody(order, settings.goodsOwnerId, productCodeOf);
  if (faults.length > 0) return { kind: 'refused', faults };
  if (call.answerMayBeLost) {
    const found = await orders.find(order, call);
    if (found?.ours === false) return foreign(found);
    if (found !== undefined && hasBegun(asKnown(found).phase)) {
      return await begun(found, await resolve());
    }
  }
  return await putResolved(true);
}

function productCodes(order: Order): string[] {
  return order.lines.flatMap(({ article }) =>
    'productCode' in article ? [article.productCode] : [],
  );
}

export function productCodeOf({ article }: OrderLine): string {
  return 'productCode' in article ? article.productCode : article.articleNumber;
}

function numberIn(resolved: ResolvedArticles, line: OrderLine): string {
  const { article } = line;
  if ('articleNumber' in article) return article.articleNumber;
  return resolved.numbers.get(article.productCode) ?? article.productCode;
}

function ambiguous(order: Order, resolved: ResolvedArticles): MappingProblem[] {
  return order.lines.flatMap(({ article, label }, index) => {
    const numbers =
      'productCode' in article ? resolved.ambiguous.get(article.productCode) : undefined;
    if (numbers === undefined || !('productCode' in article)) return [];
    const product = `Product ${article.productCode} (${label})`;
    return [onSeveralArticles(`Line ${index + 1}`, product, numbers)];
  });
}
