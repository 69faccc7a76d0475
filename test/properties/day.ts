import { setTimeout as sleep } from 'node:timers/promises';

import { WorkflowNotFoundError } from '@temporalio/client';

import type { ConnectionStatus } from '../../src/domain/connection-messages.ts';
import { connectionWorkflowId, orderSignals } from '../../src/domain/names.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { eventually } from '../world/eventually.ts';
import { place, type Goods } from '../world/goods.ts';
import type { World } from '../world/world.ts';
import type { Act } from './acts.ts';

/** What people did to one order, as far as the verdict needs it. */
export interface Followed {
  readonly id: string;
  readonly foreign: boolean;
  /** What people at the warehouse set, and when: epoch milliseconds. */
  readonly moves: { readonly status: number; readonly at: number }[];
  /** An operator settled by hand what needed attention: a silence is then his. */
  acknowledged: boolean;
  /** What became of updates that weren't answered with an outcome. */
  readonly unanswered: string[];
}

/** The source notes changes by the minute: every act of its people takes at least that long. */
const minute = 61_000;
/** How long an act waits for a run of a process before the next one happens beside it. */
const patienceMs = 1_500;

/** One run of the property: acts that happen to a few orders, and then a world that calms down. */
export class Day {
  readonly orders: Followed[] = [];
  readonly #current: (Followed | undefined)[] = [];
  readonly #world: World;
  readonly #goods: Goods;
  readonly #advance: (milliseconds: number) => void;
  readonly #asked: Promise<void>[] = [];
  readonly #running = { import: Promise.resolve(), track: Promise.resolve() };
  readonly #down: { readonly fault: string; left: number }[] = [];

  constructor(world: World, goods: Goods, advance: (milliseconds: number) => void) {
    this.#world = world;
    this.#goods = goods;
    this.#advance = advance;
  }

  async play(acts: readonly Act[]): Promise<void> {
    for (const act of acts) {
      await this.#do(act);
      for (const down of this.#down) {
        down.left -= 1;
        if (down.left === 0) this.#world.sandbox.faults.remove(down.fault);
      }
    }
  }

  /** Faults are removed, each process runs once, whoever waits is woken; then nothing moves. */
  async calmDown(): Promise<void> {
    const world = this.#world;
    world.sandbox.faults.clear();
    await Promise.all([this.#running.import, this.#running.track]);
    await this.#untilNoIncident();
    await world.importOrders();
    await world.trackShipments();
    for (const { id } of this.orders) {
      await ignoringAbsence(async () => await world.order(id).signal(orderSignals.wake));
    }
    await this.#untilQuiet();
    await Promise.all(this.#asked);
    await this.#untilQuiet();
  }

  async #do(act: Act): Promise<void> {
    const { erp, wms, sandbox } = this.#world;
    switch (act.kind) {
      case 'place':
        this.#place(act.order, act.foreign);
        return;
      case 'import':
        await this.#run('import', async () => await this.#world.importOrders());
        return;
      case 'track':
        await this.#run('track', async () => await this.#world.trackShipments());
        return;
      case 'settle':
        // With a vendor down nothing settles; the day goes on.
        await Promise.race([this.#untilQuiet(), sleep(patienceMs)]);
        return;
      case 'fault':
        sandbox.faults.add(act.fault);
        return;
      case 'down':
        this.#down.push({
          fault: sandbox.faults.add({ vendor: act.vendor, kind: 'down' }),
          left: act.forActs + 1,
        });
        return;
      case 'restart workers':
        await this.#world.stopWorkers();
        await this.#world.startWorkers();
        return;
      default:
        break;
    }
    const order = this.#current[act.order];
    if (order === undefined) return;
    const { id } = order;
    switch (act.kind) {
      case 'edit': {
        this.#advance(minute);
        const rows = erp.order(id)?.InvoiceRows ?? [];
        erp.editOrder(id, {
          InvoiceRows: rows.map((row, index) =>
            index === act.row ? { ...row, Quantity: String(act.to) } : row,
          ),
        });
        return;
      }
      case 'status':
        this.#advance(minute);
        erp.setStatus(id, act.status);
        return;
      case 'warehouse':
        if (wms.order(id) === undefined) return;
        wms.setStatus(id, act.status);
        order.moves.push({ status: act.status, at: Date.now() });
        return;
      case 'operator':
        if (act.message === 'acknowledge') order.acknowledged = true;
        if (act.as === 'signal') {
          await ignoringAbsence(
            async () => await this.#world.order(id).signal(act.message, { by: 'Ola' }),
          );
        } else this.#asked.push(this.#ask(order, act.message));
        return;
      case 'press cancel':
        await ignoringAbsence(async () => await this.#world.order(id).cancel());
        return;
      case 'stale snapshot':
        await ignoringAbsence(
          async () => await this.#world.order(id).signal(orderSignals.snapshot, stale(id)),
        );
        return;
    }
  }

  #place(index: number, foreign: boolean): void {
    this.#advance(minute);
    const id = place(this.#world, this.#goods);
    if (foreign) this.#world.wms.addForeignOrder(id, 'SOMEBODY-ELSE');
    const order: Followed = { id, foreign, moves: [], acknowledged: false, unanswered: [] };
    this.orders.push(order);
    this.#current[index] = order;
  }

  async #ask(order: Followed, message: Parameters<World['ask']>[1]): Promise<void> {
    try {
      await this.#world.ask(order.id, message, { by: 'Kari' });
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return;
      order.unanswered.push(`${message}: ${String(error)} ${String((error as Error).cause)}`);
    }
  }

  /** Runs of one process never overlap, as their schedule has it. One that fails is the next one's. */
  async #run(process: 'import' | 'track', run: () => Promise<unknown>): Promise<void> {
    this.#running[process] = this.#running[process].then(async () => {
      await run().catch(() => {});
    });
    await Promise.race([this.#running[process], sleep(patienceMs)]);
  }

  async #untilNoIncident(): Promise<void> {
    const page = this.#world.access.client.workflow.getHandle(
      connectionWorkflowId(this.#world.connection),
    );
    const incidents = async () => (await page.query<ConnectionStatus>('status')).incidents;
    if ((await incidents()).length === 0) return;
    // As an operator does it: a changed configuration asks at once.
    await this.#world.apply();
    await eventually(async () => (await incidents()).length === 0, {
      what: 'the end of the incident',
      withinMs: 60_000,
    });
  }

  /** Until no order has an activity or a task under way, twice in a row. */
  async #untilQuiet(): Promise<void> {
    let quietRounds = 0;
    await eventually(
      async () => {
        const quiet = await Promise.all(this.orders.map(async ({ id }) => await this.#isQuiet(id)));
        quietRounds = quiet.every(Boolean) ? quietRounds + 1 : 0;
        return quietRounds >= 2;
      },
      { what: 'quiet', withinMs: 90_000 },
    );
  }

  async #isQuiet(id: string): Promise<boolean> {
    try {
      const { raw } = await this.#world.order(id).describe();
      return (
        (raw.pendingActivities?.length ?? 0) === 0 && (raw.pendingWorkflowTask ?? null) === null
      );
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return true;
      throw error;
    }
  }
}

/** A reading from long ago that says the goods must not go. */
const stale = (id: string): Snapshot => ({
  id,
  number: id,
  changedAt: '2020-01-01T00:00:00.000Z',
  readAt: '2020-01-01T00:00:00.000Z',
  status: 'Inactive',
  standing: 'cancelled',
  hash: '',
  faults: [],
});

async function ignoringAbsence(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
