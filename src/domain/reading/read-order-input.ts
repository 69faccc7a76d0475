import { type OrderInput, rulesOfToday } from '../order-input.ts';
import type { OrderReference } from '../order.ts';
import type { OrderResult, SeenSnapshot } from '../order-messages.ts';
import { stages } from '../stage.ts';
import { anything, flag, list, maybe, members, oneOf, type Read, text } from './read.ts';
import { reference } from './read-order.ts';

export const readOrderResult = members<OrderResult>({
  ...reference,
  stage: oneOf(...stages),
  endedAt: text,
  text,
  warehouseOrder: maybe(text),
  seen: maybe(members<SeenSnapshot>({ changedAt: text, readAt: text, hash: text, status: text })),
  productCodes: maybe(list(text)),
});

/** Those of a run that its worker may not know. */
export const readRules: Read<typeof rulesOfToday> = (value) => {
  if (value === rulesOfToday) return rulesOfToday;
  throw new Error(
    `This run plays by rules ${String(value)}, and this worker knows ${rulesOfToday}. A newer Crossdock started it: start workers of that version again.`,
  );
};

/** The state in it is left as it is. */
export const readOrderInput = members<OrderInput>({
  connection: text,
  order: members<OrderReference>(reference),
  source: text,
  warehouse: text,
  timeZone: text,
  takesNotes: maybe(flag),
  earlier: maybe(readOrderResult),
  rules: maybe(readRules),
  state: anything,
});
