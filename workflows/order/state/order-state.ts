import type { Attention } from '../../../src/domain/attention.ts';
import type { OperatorMessage } from '../../../src/domain/names.ts';
import type { Instant, Order } from '../../../src/domain/order.ts';
import type {
  OperatorAnswer,
  OperatorArgument,
  StoryEntry,
  WaitingForConnection,
} from '../../../src/domain/order-messages.ts';
import type { SourceNote } from '../../../src/domain/source-note.ts';
import type { Snapshot } from '../../../src/domain/snapshot.ts';
import type { Stage } from '../../../src/domain/stage.ts';
import type { WarehouseOrder } from '../../../src/domain/warehouse-order.ts';
import type { Slip } from '../packing-slip.ts';

/** One thing that an operator asked for, until it is answered. */
export interface Command extends OperatorArgument {
  readonly id: number;
  readonly message: OperatorMessage;
  answer?: OperatorAnswer;
}

/** What can be done next with an order; each is one external step. */
export const stepNames = [
  'look',
  'compare',
  'put',
  'attach',
  'refetch',
  'note',
  'mark',
  'cancel',
  'report',
] as const;
export type StepName = (typeof stepNames)[number];

/** What is wanted of an order, each with the reason; absent where it isn't. */
export interface Wants {
  /** Look at the warehouse before anything is written: nothing of somebody else's may be hit. */
  look?: 'not seen yet' | 'number taken';
  /** Read the source before anything else is written. */
  fetch?: 'asked for' | 'faulty' | 'refused';
  /**
   * Compare the newest reading with this earlier one before the order is put: its hash was made by the
   * rules of another release, and whether anything changed can't be told by it.
   */
  compare?: { hash: string; order: Order };
  /** Put even what was put or refused before. */
  put?: 'asked for' | 'refused';
  /** Open the order again that the warehouse had as cancelled before this life began. */
  reopen?: 'wanted again';
  /** Tell the source that the order was imported. */
  mark?: 'sent';
  cancel?: { by: 'operator' | 'source'; status?: string; at: Instant };
  /** The shipment is reported by itself, unless it was over before this life began or at a word. */
  report?: 'not by itself' | 'asked for';
}

/** Everything that a run hands to the next one. Plain JSON. */
export interface OrderState {
  readonly version: 2;
  stage: Stage;
  story: StoryEntry[];
  attention: Attention[];
  /** Its connection is in trouble; `step` is what waits. */
  waiting?: WaitingForConnection & { readonly step: StepName };
  /** The step that keeps failing. */
  failingStep?: StepName;

  /** The newest snapshot seen, whatever became of it. */
  newest?: Snapshot;
  wants: Wants;
  /** What the warehouse accepted last; `hash` is empty where it isn't known. */
  sent?: { hash: string; rows: string[]; at: Instant };
  warehouseOrderId?: string;
  /** The packing slip that is attached, or that an operator has given up. */
  slip?: Slip;
  warehouse?: WarehouseOrder;
  /** When the warehouse was first seen to have begun, and with which status. */
  begun?: { at: Instant; status: number };
  seenShippedAt?: Instant;
  /** The revision that the warehouse refused: not tried again by itself. */
  refusedHash?: string;
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
}

/** The state of an order of which nothing is known. */
export function newOrderState(takesNotes = false): OrderState {
  return {
    version: 2,
    stage: 'importing',
    story: [],
    attention: [],
    wants: { look: 'not seen yet' },
    notes: takesNotes ? { pending: [], told: [] } : undefined,
    uncertain: [],
    blocked: {},
    commands: [],
    nextCommandId: 1,
  };
}
