import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

import { operatorMessages, orderSignals, type OperatorMessage } from '../../../src/domain/names.ts';
import type {
  OperatorAnswer,
  OperatorArgument,
  OrderStatus,
} from '../../../src/domain/order-messages.ts';

/** What is sent by other workers and other versions is read where it arrives. */
export const snapshotSignal = defineSignal<[unknown]>(orderSignals.snapshot);
export const warehouseSignal = defineSignal<[unknown]>(orderSignals.warehouse);
export const wakeSignal = defineSignal(orderSignals.wake);
export const renewSignal = defineSignal(orderSignals.renew);
export const statusQuery = defineQuery<OrderStatus>('status');

/** What the Web UI shows beside each message in its list. */
const meanings: Readonly<Record<OperatorMessage, string>> = {
  resend: 'Read the order afresh and send it to the warehouse again.',
  cancel: 'Cancel the order at the warehouse, if work has not begun.',
  acknowledge: 'What needs attention is dealt with.',
  report: 'Tell the source that the order was shipped.',
  release: 'Stop following the order. Nothing is cancelled and nothing is told.',
};

/** Each operator message as a signal and an update of the same name. */
export const operatorHandlers = operatorMessages.map((message) => ({
  message,
  description: meanings[message],
  signal: defineSignal<[OperatorArgument?]>(message),
  update: defineUpdate<OperatorAnswer, [OperatorArgument?]>(message),
}));

/** What an operator wrote, as text of bounded length; the Web UI lets them send anything. */
export function bounded(argument: OperatorArgument | undefined): OperatorArgument {
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : undefined);
  return { reason: text(argument?.reason), by: text(argument?.by) };
}
