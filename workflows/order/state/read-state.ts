import { type Attention, attentionKinds } from '../../../src/domain/attention.ts';
import { operatorMessages } from '../../../src/domain/names.ts';
import type { Order } from '../../../src/domain/order.ts';
import {
  flag,
  list,
  maybe,
  type Members,
  members,
  number,
  oneOf,
  text,
} from '../../../src/domain/reading/read.ts';
import { readEnd } from '../../../src/domain/reading/read-failure-details.ts';
import { order } from '../../../src/domain/reading/read-order.ts';
import { readSnapshot } from '../../../src/domain/reading/read-snapshot.ts';
import { readWarehouseOrder } from '../../../src/domain/reading/read-warehouse-order.ts';
import { stages } from '../../../src/domain/stage.ts';
import { type Command, type OrderState, stepNames, type Wants } from './order-state.ts';
import { type FirstFlags, wantsOf } from './upgrade-state.ts';

const step = oneOf(...stepNames);

const answer = members({ outcome: oneOf('done', 'refused', 'accepted'), text });

const cancel = maybe(
  members<NonNullable<Wants['cancel']>>({
    by: oneOf('operator', 'source'),
    status: maybe(text),
    at: text,
  }),
);

const wants: Members<Wants> = {
  look: maybe(oneOf('not seen yet', 'number taken')),
  fetch: maybe(oneOf('asked for', 'faulty', 'refused')),
  compare: maybe(members({ hash: text, order: members<Order>(order) })),
  put: maybe(oneOf('asked for', 'refused')),
  reopen: maybe(oneOf('wanted again')),
  mark: maybe(oneOf('sent')),
  cancel,
  report: maybe(oneOf('not by itself', 'asked for')),
};

/** What is the same in every version. */
const lasting: Members<Omit<OrderState, 'version' | 'wants'>> = {
  stage: oneOf(...stages),
  story: list(members({ at: text, text })),
  attention: list(
    members<Attention>({
      kind: oneOf(...attentionKinds),
      since: text,
      text,
      todo: text,
      about: maybe(list(text)),
    }),
  ),
  waiting: maybe(
    members({
      end: readEnd,
      system: text,
      since: text,
      text,
      step,
    }),
  ),
  failingStep: maybe(step),
  newest: maybe(readSnapshot),
  sent: maybe(members({ hash: text, rows: list(text), at: text })),
  warehouseOrderId: maybe(text),
  slip: maybe(members({ url: text, warehouseOrderId: text })),
  warehouse: maybe(readWarehouseOrder),
  begun: maybe(members({ at: text, status: number })),
  seenShippedAt: maybe(text),
  refusedHash: maybe(text),
  reportNotBefore: maybe(text),
  reported: maybe(
    members({
      at: text,
      status: text,
      tracking: list(text),
      until: text,
    }),
  ),
  notes: maybe(
    members({
      pending: list(
        members({
          key: text,
          text,
          kind: oneOf('in warehouse', 'attention', 'warning', 'cancelled', 'shipped'),
        }),
      ),
      told: list(text),
    }),
  ),
  ended: maybe(members({ at: text, text })),
  cameBack: maybe(readSnapshot),
  uncertain: list(step),
  blocked: members<OrderState['blocked']>({
    look: maybe(text),
    compare: maybe(text),
    put: maybe(text),
    attach: maybe(text),
    refetch: maybe(text),
    note: maybe(text),
    mark: maybe(text),
    cancel: maybe(text),
    report: maybe(text),
  }),
  commands: list(
    members<Command>({
      id: number,
      message: oneOf(...operatorMessages),
      reason: maybe(text),
      by: maybe(text),
      answer: maybe(answer),
    }),
  ),
  nextCommandId: number,
};

const readLasting = members<Omit<OrderState, 'version' | 'wants'>>(lasting);
const readWants = members<{ wants: Wants }>({ wants: members<Wants>(wants) });
const readFlags = members<FirstFlags>({
  known: flag,
  reopens: flag,
  putAgain: flag,
  refetch: flag,
  markPending: flag,
  holdReport: flag,
  reportForced: flag,
  cancel,
});
const readVersion = members<{ version: number }>({ version: number });

/**
 * The state that the run before handed over, of whatever version.
 * @throws Error where it can't be read. The workflow task fails with it and is tried again: nothing is
 *   lost, and a worker that can read it goes on.
 */
export function readState(stored: unknown): OrderState {
  const { version } = readVersion(stored, 'state');
  switch (version) {
    case 1:
      return {
        version: 2,
        ...readLasting(stored, 'state'),
        wants: wantsOf(readFlags(stored, 'state')),
      };
    case 2:
      return { version, ...readLasting(stored, 'state'), ...readWants(stored, 'state') };
    default:
      throw new Error(
        `This order’s state has version ${version}, and this worker understands 1 and 2. A newer Crossdock wrote it: start workers of that version again.`,
      );
  }
}
