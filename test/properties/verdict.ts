import { WorkflowNotFoundError } from '@temporalio/client';

import type { OrderResult, OrderStatus } from '../../src/domain/order-messages.ts';
import type { ToldOrder } from '../../sandbox/ongoing/orders/told-order.ts';
import type { World } from '../world/world.ts';
import type { Followed } from './day.ts';
import { illegalMoves, livesOf } from './lives.ts';

const reported = 'OrderState_Sent';
const cancelStatuses = ['Inactive', 'Draft'];
/** A person who moves an order in the very moment of its end does so after it was looked at. */
const sameMomentMs = 3_000;

/** What is wrong with an order in a world that has calmed down, in words. */
export async function verdictOn(world: World, order: Followed): Promise<string[]> {
  const { id } = order;
  const held = world.wms.orders().filter(({ number }) => number === id);
  const lives = await livesOf(world, id);
  const writes = world.erp.statusWrites.filter(
    ({ orderId, to }) => orderId === id && to === reported,
  );
  const problems = [
    ...order.unanswered.map((words) => `an update had no answer: ${words}`),
    ...lives.flatMap(illegalMoves),
    ...heldProblems(order, held),
  ];
  if (writes.length > lives.length)
    problems.push(`it was set to Sent ${writes.length} times in ${lives.length} lives`);
  if (writes.length > 0 && !hasShipped(order))
    problems.push('it was set to Sent and never shipped');
  const last = await lastLife(world, id);
  if (last === undefined) problems.push(...unfollowed(world, order, held));
  else if ('endedAt' in last) problems.push(...endedProblems(world, order, held, last));
  else problems.push(...restingProblems(world, order, held[0], last));
  return problems.map((problem) => `order ${id}: ${problem}`);
}

/** How the last life ended, or where it rests. */
async function lastLife(world: World, id: string): Promise<OrderResult | OrderStatus | undefined> {
  try {
    const { status } = await world.order(id).describe();
    return status.name === 'RUNNING' ? await world.status(id) : await world.result(id);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

function heldProblems({ id, foreign, moves }: Followed, held: readonly ToldOrder[]): string[] {
  if (held.length > 1) return [`the warehouse has ${held.length} orders of this number`];
  const [one] = held;
  if (one === undefined) return foreign ? ['somebody else’s order is gone'] : [];
  if (!foreign) return one.goodsOwnerOrderId === id ? [] : ['it lost its id'];
  const expected = moves.at(-1)?.status ?? 200;
  const untouched = one.putCount === 0 && one.goodsOwnerOrderId === 'SOMEBODY-ELSE';
  return untouched && one.status === expected ? [] : ['somebody else’s order was written over'];
}

const hasShipped = ({ moves }: Followed): boolean =>
  moves.some(({ status }) => status >= 450 && status < 1000);

function unfollowed(world: World, order: Followed, held: readonly ToldOrder[]): string[] {
  if (world.erp.order(order.id)?.OrderStatus === 'Confirmed') return ['nobody follows it'];
  return held.length > 0 && !order.foreign ? ['it is at the warehouse and nobody follows it'] : [];
}

function endedProblems(
  world: World,
  order: Followed,
  held: readonly ToldOrder[],
  { stage, endedAt, text }: OrderResult,
): string[] {
  const status = world.erp.order(order.id)?.OrderStatus;
  const problems: string[] = [];
  if (stage === 'completed' && !hasShipped(order)) problems.push('it completed and never shipped');
  if (stage === 'cancelled') {
    const movedLater = order.moves.some(({ at }) => at > Date.parse(endedAt) - sameMomentMs);
    const live = held.some((one) => one.status < 1000);
    if (live && !movedLater && !order.foreign)
      problems.push(`it ended (${text}) and is live at the warehouse, ${held[0]?.status}`);
    if (status === 'Confirmed' && text.includes('24SevenOffice has it as'))
      problems.push(`it ended (${text}), is wanted again and nobody follows it`);
  }
  if (stage === 'completed' && status === 'Confirmed')
    problems.push(`it ended (${text}), came back and nobody follows it`);
  return problems;
}

function restingProblems(
  world: World,
  order: Followed,
  held: ToldOrder | undefined,
  { stage, attention, waiting, pending }: OrderStatus,
): string[] {
  const source = world.erp.order(order.id);
  const status = source?.OrderStatus ?? 'gone';
  const problems: string[] = [];
  if (waiting !== undefined) problems.push(`it still waits for ${waiting.system}`);
  if (pending.length > 0) problems.push(`${pending.join(', ')} is still pending`);
  if (attention.length > 0) return problems;

  const where = `(${stage}; source ${status}, warehouse ${held?.status ?? 'nothing'})`;
  const wanted = status === 'Confirmed' || status === reported;
  const quantities = source?.InvoiceRows.map(({ Quantity }) => Quantity).join(' ');
  const sent = held?.lines.map(({ quantity }) => quantity).join(' ');
  const silent = (what: string) => problems.push(`${what} ${where} and nobody is asked`);
  if (wanted && held?.status === 200 && !order.foreign && quantities !== sent)
    silent(`the warehouse holds ${sent}, the source wants ${quantities}`);
  // What an operator has settled by hand may rest in disagreement.
  if (order.acknowledged) return problems;
  if (order.foreign) silent('the number is somebody else’s');
  else if (held === undefined) silent('it isn’t at the warehouse');
  else if (cancelStatuses.includes(status)) silent('it isn’t wanted any more');
  else if (!wanted) silent('somebody moved it on');
  else if (held.status >= 1000) silent('the warehouse cancelled it');
  else if (held.status >= 800) silent('it came back from the consignee');
  else if (held.status >= 450) silent('it has shipped, isn’t reported');
  else if (held.status > 200 && quantities !== sent)
    silent(`the warehouse holds ${sent}, the source wants ${quantities}`);
  return problems;
}
