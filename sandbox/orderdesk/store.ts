import type { OrderDeskOptions } from './options.ts';
import type { InventoryItem, OrderDeskState, OrderRecord } from './records.ts';
import { orderDeskState } from './records.ts';

/** What the simulated store remembers, found by the keys it is asked for. Ids only grow. */
export class OrderDeskStore {
  #state: OrderDeskState;
  readonly #orders = new Map<string, OrderRecord>();

  constructor(options: OrderDeskOptions) {
    this.#state = {
      // Real ids are past what 32 bits hold.
      nextId: 4_091_036_031,
      nextInventoryId: 70_001,
      lists: 0,
      apiKey: null,
      folders: { ...options.folders },
      orders: [],
      items: [],
      refusedWrites: [],
    };
  }

  get state(): OrderDeskState {
    return this.#state;
  }

  /** Takes over a state that was stored earlier; throws on one that isn't such a state. */
  restore(stored: unknown): void {
    this.#state = orderDeskState.parse(stored);
    this.#orders.clear();
    for (const order of this.#state.orders) this.#orders.set(order.id, order);
  }

  nextId(): string {
    return String(this.#state.nextId++);
  }

  nextInventoryId(): number {
    return this.#state.nextInventoryId++;
  }

  order(id: string): OrderRecord | undefined {
    return this.#orders.get(id);
  }

  addOrder(order: OrderRecord): void {
    this.#state.orders.push(order);
    this.#orders.set(order.id, order);
  }

  /** False where there is no such order. */
  deleteOrder(id: string): boolean {
    this.#state.orders = this.#state.orders.filter((order) => order.id !== id);
    return this.#orders.delete(id);
  }

  itemById(id: number): InventoryItem | undefined {
    return this.#state.items.find((item) => item.id === id);
  }

  itemByCode(code: string): InventoryItem | undefined {
    return this.#state.items.find((item) => item.code === code);
  }

  /** The id of the folder with exactly this name. */
  folderId(name: string): number | undefined {
    const [id] = Object.entries(this.#state.folders).find(([, known]) => known === name) ?? [];
    return id === undefined ? undefined : Number(id);
  }

  /** Empty for a folder that isn't there any more. */
  folderName(id: number): string {
    return this.#state.folders[String(id)] ?? '';
  }

  /** The folder of an order that names none. */
  firstFolderId(): number {
    return Number(Object.keys(this.#state.folders)[0] ?? 0);
  }
}
