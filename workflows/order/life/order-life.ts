import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';

import type { OperatorMessage } from '../../../src/domain/names.ts';
import { type OrderInput, rulesOfToday } from '../../../src/domain/order-input.ts';
import type {
  OperatorAnswer,
  OperatorArgument,
  OrderResult,
} from '../../../src/domain/order-messages.ts';
import { type Read, Unreadable } from '../../../src/domain/reading/read.ts';
import { readSnapshot } from '../../../src/domain/reading/read-snapshot.ts';
import { readWarehouseOrder } from '../../../src/domain/reading/read-warehouse-order.ts';
import type { Snapshot } from '../../../src/domain/snapshot.ts';
import { finishFollowUp } from '../follow-up.ts';
import { nextStep, type Next } from '../next-step.ts';
import type { order } from '../order.ts';
import { orderActivities } from './order-activities.ts';
import { FirstAttributes, untilRunIsOld } from '../first-rules.ts';
import { attributesOf, type OrderAttributes, writeAttributes } from './order-attributes.ts';
import { orderDetails } from '../words/order-details.ts';
import {
  bounded,
  operatorHandlers,
  renewSignal,
  snapshotSignal,
  statusQuery,
  wakeSignal,
  warehouseSignal,
} from './order-messages.ts';
import { resultOf } from './order-result.ts';
import { orderStatus } from './order-status.ts';
import {
  type Command,
  newOrderState,
  type OrderState,
  type StepName,
} from '../state/order-state.ts';
import { readState } from '../state/read-state.ts';
import type { OrderNames } from '../words/order-words.ts';
import { noteAttention } from '../source-notes.ts';
import type { Step, StepContext } from '../step.ts';
import { steps } from '../steps/steps.ts';
import { takeCommand } from '../take/take-command.ts';
import { takeFailure, takeSuccess, takeWake } from '../take/take-failure.ts';
import { takeUnreadable } from '../take/take-unreadable.ts';
import { takeSnapshot } from '../take/take-snapshot.ts';
import { takeWarehouseOrder } from '../take/take-warehouse-order.ts';

/** An update answers within this, if only with "accepted". */
const updateAnswer = '55 seconds';
/** The run continues as new after so many events. */
const longestHistory = 300;

/** One run of an order's life. */
export class OrderLife {
  readonly #input: OrderInput;
  readonly #names: OrderNames;
  readonly #state: OrderState;
  readonly #context: StepContext;
  /** Where the run plays by 0.1.0's rules. */
  readonly #firstAttributes?: FirstAttributes;
  /** What arrived and isn't taken in yet. Handlers only add to it. */
  readonly #inbox: ((nowMs: number) => void)[] = [];
  #next: Next = { kind: 'rest' };
  #runIsOld = false;
  #cancelPressed = false;

  constructor(input: OrderInput) {
    this.#input = input;
    this.#names = {
      number: input.order.number,
      source: input.source,
      warehouse: input.warehouse,
      timeZone: input.timeZone,
    };
    this.#state =
      input.state === undefined ? newOrderState(input.takesNotes) : readState(input.state);
    const firstRules = input.rules === undefined;
    if (firstRules) this.#firstAttributes = new FirstAttributes(this.#attributes());
    this.#context = {
      order: input.order,
      names: this.#names,
      state: this.#state,
      activities: orderActivities(input.connection),
      earlier: input.earlier,
      nowMs: () => Date.now(),
      firstRules,
    };
    this.#listen();
  }

  /** Request Cancellation in the Web UI. */
  cancelPressed(): void {
    this.#cancelPressed = true;
    this.#receive('cancel', { by: 'Request Cancellation' });
  }

  async run(): Promise<OrderResult> {
    if (this.#context.firstRules) void untilRunIsOld().then(() => this.#renew());
    for (;;) {
      this.#takeInbox();
      finishFollowUp(this.#state, Date.now());
      noteAttention(this.#state);
      this.#next = nextStep(this.#state, Date.now());
      this.#firstAttributes?.write(this.#attributes());
      if (this.#next.kind !== 'step') this.#show();
      if (this.#next.kind === 'end') return await this.#end();
      if (this.#next.kind === 'step') {
        const { step } = this.#next;
        await this.#perform(step, steps[step]);
        continue;
      }
      if (this.#shouldContinueAsNew()) await this.#continueAsNew();
      await this.#rest(this.#next.until);
    }
  }

  #listen(): void {
    setHandler(snapshotSignal, (snapshot) => {
      this.#receiveStored(readSnapshot, snapshot, takeSnapshot);
    });
    setHandler(warehouseSignal, (seen) => {
      this.#receiveStored(readWarehouseOrder, seen, takeWarehouseOrder);
    });
    setHandler(wakeSignal, () => {
      this.#inbox.push(() => takeWake(this.#state));
    });
    setHandler(renewSignal, () => this.#renew());
    setHandler(statusQuery, () => orderStatus(this.#input, this.#state, this.#next), {
      description: 'Where the order is, as JSON.',
    });
    for (const { message, description, signal, update } of operatorHandlers) {
      setHandler(signal, (argument) => void this.#receive(message, argument), { description });
      setHandler(update, async (argument) => await this.#answered(message, argument), {
        description,
      });
    }
  }

  /** What can't be read says nothing of the order; that it came is told. */
  #receiveStored<Message>(
    read: Read<Message>,
    stored: unknown,
    take: (state: OrderState, message: Message, names: OrderNames, nowMs: number) => void,
  ): void {
    try {
      const message = read(stored);
      this.#inbox.push((now) => take(this.#state, message, this.#names, now));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#inbox.push((now) => takeUnreadable(this.#state, error, now));
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

  async #perform(step: StepName, work: Step): Promise<void> {
    try {
      delete this.#state.blocked[step];
      const further = await work(this.#context);
      takeSuccess(this.#context, step);
      if (further) await this.#perform(further.step, further.work);
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

  /** Code changes reach every order within days: an old run continues as new. */
  #renew(): void {
    this.#runIsOld = true;
  }

  #shouldContinueAsNew(): boolean {
    const info = workflowInfo();
    const cancelButtonUsed = this.#cancelPressed && this.#state.wants.cancel === undefined;
    return (
      info.continueAsNewSuggested ||
      info.historyLength > longestHistory ||
      this.#runIsOld ||
      cancelButtonUsed
    );
  }

  async #continueAsNew(): Promise<void> {
    await condition(allHandlersFinished);
    if (this.#inbox.length > 0) return;
    await continueAsNew<typeof order>({
      ...this.#input,
      rules: rulesOfToday,
      state: this.#state,
    });
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
    const attributes = attributesOf(this.#input.order, state);
    if (this.#firstAttributes === undefined) writeAttributes(attributes);
    else this.#firstAttributes.write(attributes);
    return await continueAsNew<typeof order>({
      ...this.#input,
      rules: rulesOfToday,
      earlier: this.#result(),
      state,
    });
  }

  #result(): OrderResult {
    return resultOf(this.#input.order, this.#state);
  }

  #answerWhatIsLeft(): void {
    this.#takeInbox();
    for (const command of this.#state.commands.splice(0)) {
      command.answer ??= { outcome: 'refused', text: `The order is ${this.#state.stage}.` };
    }
  }

  #attributes(): OrderAttributes {
    return attributesOf(this.#input.order, this.#state);
  }

  /** Made where it is seen: before a rest and at the end, not at each step. */
  #show(): void {
    if (!this.#context.firstRules) writeAttributes(this.#attributes());
    setCurrentDetails(orderDetails(this.#state, this.#names, this.#next));
  }
}

function inWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes === 1) return '1 minute';
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? '1 hour' : `${hours} hours`;
}
