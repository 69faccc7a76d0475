import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';

import type { OperatorMessage } from '../../src/domain/names.ts';
import type { Order } from '../../src/domain/order.ts';
import type { OrderInput } from '../../src/domain/order-input.ts';
import type {
  OperatorAnswer,
  OperatorArgument,
  OrderResult,
  OrderStatus,
} from '../../src/domain/order-messages.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { finishFollowUp } from './follow-up.ts';
import { nextStep, type Next } from './next-step.ts';
import { orderActivities } from './order-activities.ts';
import { OrderAttributes, shownOf } from './order-attributes.ts';
import { orderDetails } from './order-details.ts';
import {
  operatorHandlers,
  renewSignal,
  snapshotSignal,
  statusQuery,
  wakeSignal,
  warehouseSignal,
} from './order-messages.ts';
import { type Command, newOrderState, type OrderState, type StepName } from './order-state.ts';
import type { OrderNames } from './order-words.ts';
import { noteAttention } from './source-notes.ts';
import type { Step, StepContext } from './step.ts';
import { attach } from './steps/attach.ts';
import { cancel } from './steps/cancel.ts';
import { leaveNote } from './steps/leave-note.ts';
import { look } from './steps/look.ts';
import { mark } from './steps/mark.ts';
import { put } from './steps/put.ts';
import { refetch } from './steps/refetch.ts';
import { report } from './steps/report.ts';
import { takeCommand } from './take-command.ts';
import { takeFailure, takeSuccess, takeWake } from './take-failure.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { takeWarehouseOrder } from './take-warehouse-order.ts';

const steps: Readonly<Record<StepName, Step>> = {
  look,
  put,
  attach,
  refetch,
  note: leaveNote,
  mark,
  cancel,
  report,
};

/** An update answers within this, if only with "accepted". */
const updateAnswer = '55 seconds';
/** A run longer than this continues as new, so that code changes reach every order within days. */
const longestRun = '7 days';
const longestHistory = 300;

/**
 * The life of one order: imported, in the warehouse, shipped, reported. It lives as long as the order
 * does and ends only as completed, cancelled, or released by an operator.
 */
export async function order(input: OrderInput): Promise<OrderResult> {
  const life = new OrderLife(input);
  // The Web UI's biggest button is a cancel like any other; it must not tear the workflow down.
  CancellationScope.current().cancelRequested.catch(() => life.cancelPressed());
  return await CancellationScope.nonCancellable(async () => await life.run());
}

class OrderLife {
  readonly #input: OrderInput;
  readonly #names: OrderNames;
  readonly #state: OrderState;
  readonly #context: StepContext;
  readonly #attributes: OrderAttributes;
  /** What arrived and isn't taken in yet. Handlers only add to it. */
  readonly #inbox: ((nowMs: number) => void)[] = [];
  #next: Next = { kind: 'rest' };
  #runIsLong = false;
  #cancelPressed = false;

  constructor(input: OrderInput) {
    this.#input = input;
    this.#names = {
      number: input.order.number,
      source: input.source,
      warehouse: input.warehouse,
      timeZone: input.timeZone,
    };
    this.#state = (input.state as OrderState | undefined) ?? newOrderState(input.takesNotes);
    this.#attributes = new OrderAttributes(shownOf(this.#state));
    this.#context = {
      order: input.order,
      names: this.#names,
      state: this.#state,
      activities: orderActivities(input.connection),
      earlier: input.earlier,
      nowMs: () => Date.now(),
    };
    this.#listen();
  }

  /** Request Cancellation in the Web UI. */
  cancelPressed(): void {
    this.#cancelPressed = true;
    this.#receive('cancel', { by: 'Request Cancellation' });
  }

  async run(): Promise<OrderResult> {
    void this.#noticeLongRun();
    for (;;) {
      this.#takeInbox();
      finishFollowUp(this.#state, Date.now());
      noteAttention(this.#state);
      this.#next = nextStep(this.#state, Date.now());
      this.#show();
      if (this.#next.kind === 'end') return await this.#end();
      if (this.#next.kind === 'step') {
        await this.#perform(this.#next.step);
        continue;
      }
      if (this.#shouldContinueAsNew()) await this.#continueAsNew();
      await this.#rest(this.#next.until);
    }
  }

  #listen(): void {
    setHandler(snapshotSignal, (snapshot) => {
      this.#inbox.push((now) => takeSnapshot(this.#state, snapshot, this.#names, now));
    });
    setHandler(warehouseSignal, (seen) => {
      this.#inbox.push((now) => takeWarehouseOrder(this.#state, seen, this.#names, now));
    });
    setHandler(wakeSignal, () => {
      this.#inbox.push(() => takeWake(this.#state));
    });
    setHandler(renewSignal, () => {
      this.#runIsLong = true;
    });
    setHandler(statusQuery, () => this.#status(), { description: 'Where the order is, as JSON.' });
    for (const { message, description, signal, update } of operatorHandlers) {
      setHandler(signal, (argument) => void this.#receive(message, argument), { description });
      setHandler(update, async (argument) => await this.#answered(message, argument), {
        description,
      });
    }
  }

  #receive(message: OperatorMessage, argument: OperatorArgument | undefined): Command {
    const command: Command = {
      id: this.#state.nextCommandId,
      message,
      ...bounded(argument),
    };
    this.#state.nextCommandId += 1;
    this.#inbox.push((now) => takeCommand(this.#state, command, this.#names, now));
    return command;
  }

  async #answered(
    message: OperatorMessage,
    argument: OperatorArgument | undefined,
  ): Promise<OperatorAnswer> {
    const command = this.#receive(message, argument);
    // A handler runs in the workflow's own scope, which Request Cancellation has ended.
    await CancellationScope.nonCancellable(
      async () => await condition(() => command.answer !== undefined, updateAnswer),
    );
    return (
      command.answer ?? {
        outcome: 'accepted',
        text: 'Not done yet; it is still being tried. See the order’s details.',
      }
    );
  }

  #takeInbox(): void {
    for (const take of this.#inbox.splice(0)) take(Date.now());
  }

  async #perform(step: StepName): Promise<void> {
    try {
      delete this.#state.blocked[step];
      await steps[step](this.#context);
      takeSuccess(this.#context, step);
    } catch (error) {
      takeFailure(this.#context, step, error);
    }
  }

  async #rest(until: string | undefined): Promise<void> {
    const woken = () => this.#inbox.length > 0 || this.#shouldContinueAsNew();
    if (until === undefined) {
      await condition(woken);
      return;
    }
    const forMs = Math.max(Date.parse(until) - Date.now(), 1_000);
    await condition(woken, forMs, { summary: `Try again in ${inWords(forMs)}, or on resend` });
  }

  async #noticeLongRun(): Promise<void> {
    await sleep(longestRun, { summary: 'Start a new run once a week' });
    this.#runIsLong = true;
  }

  #shouldContinueAsNew(): boolean {
    const info = workflowInfo();
    const cancelButtonUsed = this.#cancelPressed && this.#state.cancel === undefined;
    return (
      info.continueAsNewSuggested ||
      info.historyLength > longestHistory ||
      this.#runIsLong ||
      cancelButtonUsed
    );
  }

  async #continueAsNew(): Promise<void> {
    await condition(allHandlersFinished);
    if (this.#inbox.length > 0) return;
    await continueAsNew<typeof order>({ ...this.#input, state: this.#state });
  }

  async #end(): Promise<OrderResult> {
    this.#answerWhatIsLeft();
    await condition(allHandlersFinished);
    this.#answerWhatIsLeft();
    const { cameBack } = this.#state;
    if (cameBack !== undefined) await this.#liveAgain(cameBack);
    return this.#result();
  }

  /** The source wants the order again, and whoever said so has been told that it was heard. */
  async #liveAgain(snapshot: Snapshot): Promise<never> {
    const state: OrderState = { ...newOrderState(this.#input.takesNotes), newest: snapshot };
    this.#attributes.show(state);
    return await continueAsNew<typeof order>({ ...this.#input, earlier: this.#result(), state });
  }

  #result(): OrderResult {
    const { stage, ended, newest, warehouseOrderId } = this.#state;
    return {
      ...this.#input.order,
      stage,
      endedAt: ended?.at ?? new Date().toISOString(),
      text: ended?.text ?? '',
      ...(warehouseOrderId === undefined ? {} : { warehouseOrder: warehouseOrderId }),
      ...(newest?.order === undefined ? {} : { productCodes: productCodesOf(newest.order) }),
      ...(newest === undefined
        ? {}
        : {
            seen: {
              changedAt: newest.changedAt,
              readAt: newest.readAt,
              hash: newest.hash,
              status: newest.status,
            },
          }),
    };
  }

  #answerWhatIsLeft(): void {
    this.#takeInbox();
    for (const command of this.#state.commands.splice(0)) {
      command.answer ??= { outcome: 'refused', text: `The order is ${this.#state.stage}.` };
    }
  }

  #show(): void {
    this.#attributes.show(this.#state);
    setCurrentDetails(orderDetails(this.#state, this.#names, this.#next));
  }

  #status(): OrderStatus {
    const { state } = this.#context;
    return {
      ...this.#input.order,
      connection: this.#input.connection,
      stage: state.stage,
      ...(state.warehouseOrderId === undefined ? {} : { warehouseOrder: state.warehouseOrderId }),
      ...(state.warehouse === undefined ? {} : { warehouseStatus: state.warehouse.statusNumber }),
      ...(state.newest === undefined ? {} : { sourceStatus: state.newest.status }),
      attention: state.attention,
      ...(state.waiting === undefined ? {} : { waiting: state.waiting }),
      ...(this.#next.kind === 'rest' && this.#next.until !== undefined
        ? { nextTryAt: this.#next.until }
        : {}),
      pending: state.commands.map(({ message }) => message),
      story: state.story,
    };
  }
}

/** What an operator wrote, as text of bounded length; the Web UI lets them send anything. */
function bounded(argument: OperatorArgument | undefined): OperatorArgument {
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : undefined);
  const reason = text(argument?.reason);
  const by = text(argument?.by);
  return { ...(reason === undefined ? {} : { reason }), ...(by === undefined ? {} : { by }) };
}

const mostProductCodes = 100;

function productCodesOf({ lines }: Order): string[] {
  const codes = lines.flatMap(({ article }) =>
    'productCode' in article ? article.productCode : [],
  );
  return [...new Set(codes)].slice(0, mostProductCodes);
}

function inWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes === 1) return '1 minute';
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? '1 hour' : `${hours} hours`;
}
