import type { Attention } from '../../src/domain/attention.ts';
import type { OperatorMessage } from '../../src/domain/names.ts';
import type { Instant } from '../../src/domain/order.ts';
import type {
  OperatorArgument,
  OperatorAnswer,
  StoryEntry,
  WaitingForConnection,
} from '../../src/domain/order-messages.ts';
import type { SourceNote } from '../../src/domain/source-note.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { Stage } from '../../src/domain/stage.ts';
import type { WarehouseOrder } from '../../src/domain/warehouse-order.ts';
import type { Slip } from './packing-slip.ts';

/** One thing that an operator asked for, until it is answered. */
export interface Command extends OperatorArgument {
  readonly id: number;
  readonly message: OperatorMessage;
  answer?: OperatorAnswer;
}

/** What is done next with an order; each is one external step. */
export type StepName =
  'look' | 'put' | 'attach' | 'refetch' | 'note' | 'mark' | 'cancel' | 'report';

/** Everything that a run hands to the next one. Plain JSON. */
export interface OrderState {
  readonly version: 1;
  stage: Stage;
  story: StoryEntry[];
  attention: Attention[];
  /** Its connection is in trouble; `step` is what waits. */
  waiting?: WaitingForConnection & { readonly step: StepName };
  /** The step that keeps failing. */
  failingStep?: StepName;

  /** The newest snapshot seen, whatever became of it. */
  newest?: Snapshot;
  /** Whether the warehouse's side is known, so that a write can't hit what isn't ours. */
  known: boolean;
  /** What the warehouse accepted last; `hash` is empty where it isn't known. */
  sent?: { hash: string; rows: string[]; at: Instant };
  warehouseOrderId?: string;
  /** The packing slip that is attached, or that an operator has given up. */
  slip?: Slip;
  warehouse?: WarehouseOrder;
  /** The warehouse's order is cancelled and the next put is to open it again. */
  reopens: boolean;
  /** When the warehouse was first seen to have begun, and with which status. */
  begun?: { at: Instant; status: number };
  seenShippedAt?: Instant;

  /** Put even what was put before: somebody asked for it. */
  putAgain: boolean;
  /** Read the source before anything else is written. */
  refetch: boolean;
  /** The revision that the warehouse refused: not tried again by itself. */
  refusedHash?: string;
  /** The source is still to be told that the order was imported. */
  markPending: boolean;
  cancel?: { by: 'operator' | 'source'; status?: string; at: Instant };
  /** The shipment must not be reported by itself: it was over before this life began. */
  holdReport: boolean;
  /** An operator wants it reported, also if it came back. */
  reportForced: boolean;
  /** The report waits for tracking until then. */
  reportNotBefore?: Instant;
  /** Told to the source, and followed until then for parcels that come late. */
  reported?: { at: Instant; status: string; tracking: string[]; until: Instant };
  /** What the source is to be told beside the order; absent where it can't hold notes. */
  notes?: { pending: SourceNote[]; told: string[] };
  ended?: { at: Instant; text: string };
  /** The source wanted it again before the workflow had ended: the next life begins with this. */
  cameBack?: Snapshot;

  /** A write of this kind may have been applied although its answer was lost. */
  uncertain: StepName[];
  /** Steps that wait for their next try. */
  blocked: Partial<Record<StepName, Instant>>;
  commands: Command[];
  nextCommandId: number;
  /** The last cancel was refused. */
  cancelRefused: boolean;
}

/** The state of an order of which nothing is known. */
export function newOrderState(takesNotes = false): OrderState {
  return {
    ...(takesNotes ? { notes: { pending: [], told: [] } } : {}),
    version: 1,
    stage: 'importing',
    story: [],
    attention: [],
    known: false,
    reopens: false,
    putAgain: false,
    refetch: false,
    markPending: false,
    holdReport: false,
    reportForced: false,
    uncertain: [],
    blocked: {},
    commands: [],
    nextCommandId: 1,
    cancelRefused: false,
  };
}

const longestStory = 40;

/** Adds to the story; the oldest entries go first. */
export function tell(state: OrderState, at: Instant, text: string): void {
  state.story = [...state.story, { at, text }].slice(-longestStory);
}

/** Raises attention, or renews its text; `since` stays what it was. */
export function raise(
  state: OrderState,
  kind: Attention['kind'],
  now: Instant,
  text: string,
  todo: string,
): void {
  const before = state.attention.find((one) => one.kind === kind);
  if (before === undefined || before.text !== text) tell(state, now, text);
  state.attention = [
    ...state.attention.filter((one) => one.kind !== kind),
    { kind, since: before?.since ?? now, text, todo },
  ];
}

/** What was wrong is no more. */
export function settle(state: OrderState, ...kinds: Attention['kind'][]): void {
  state.attention = state.attention.filter((one) => !kinds.includes(one.kind));
}
