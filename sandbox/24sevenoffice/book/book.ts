import { z } from 'zod';
import type { Company, DeliveryMethod, InvoiceOrder, Product } from './records.ts';
import { companySchema, deliveryMethodSchema, orderSchema, productSchema } from './records.ts';

/** A status that was written through the API. */
const statusWrite = z.object({
  orderId: z.string(),
  from: z.string(),
  to: z.string(),
  /** An instant. */
  at: z.string(),
});
export type StatusWrite = Readonly<z.infer<typeof statusWrite>>;

/** The numbers that were given out last. */
const counters = z.object({
  order: z.number(),
  row: z.number(),
  invoice: z.number(),
  product: z.number(),
  company: z.number(),
  deliveryMethod: z.number(),
  /** Answers written; decides in which form the next one is written. */
  answer: z.number(),
  /** Requests refused for want of a session; decides which of the known texts comes next. */
  refusal: z.number(),
});
export type Counters = z.infer<typeof counters>;

/** Everything that the simulated ERP keeps. */
export interface Book {
  readonly orders: Map<string, InvoiceOrder>;
  readonly products: Map<string, Product>;
  readonly companies: Map<string, Company>;
  readonly deliveryMethods: Map<string, DeliveryMethod>;
  /** Session id → the identity it acts as. */
  readonly sessions: Map<string, string>;
  readonly blockedIdentities: Set<string>;
  /** Orders that make a whole SaveInvoices fail. */
  readonly poisoned: Set<string>;
  /** Orders that fail alone within a SaveInvoices. */
  readonly poisonedItems: Set<string>;
  readonly statusWrites: StatusWrite[];
  readonly counters: Counters;
  loginsRejected: boolean;
}

const stored = z.object({
  orders: z.array(orderSchema),
  products: z.array(productSchema),
  companies: z.array(companySchema),
  deliveryMethods: z.array(deliveryMethodSchema),
  sessions: z.array(z.tuple([z.string(), z.string()])),
  blockedIdentities: z.array(z.string()),
  poisoned: z.array(z.string()),
  poisonedItems: z.array(z.string()),
  statusWrites: z.array(statusWrite),
  counters,
  loginsRejected: z.boolean(),
});

/** A book with nothing in it. The first order is 10001. */
export const emptyBook = (): Book => ({
  orders: new Map(),
  products: new Map(),
  companies: new Map(),
  deliveryMethods: new Map(),
  sessions: new Map(),
  blockedIdentities: new Set(),
  poisoned: new Set(),
  poisonedItems: new Set(),
  statusWrites: [],
  counters: {
    order: 10_000,
    row: 500_000,
    invoice: 90_000,
    product: 4_000,
    company: 700,
    deliveryMethod: 0,
    answer: 0,
    refusal: 0,
  },
  loginsRejected: false,
});

/** The book as JSON, apart from the book: later changes don't show in it. */
export const bookToJson = (book: Book): unknown =>
  structuredClone({
    ...book,
    orders: [...book.orders.values()],
    products: [...book.products.values()],
    companies: [...book.companies.values()],
    deliveryMethods: [...book.deliveryMethods.values()],
    sessions: [...book.sessions],
    blockedIdentities: [...book.blockedIdentities],
    poisoned: [...book.poisoned],
    poisonedItems: [...book.poisonedItems],
  });

/** The book that `bookToJson` told. Throws a ZodError on anything else. */
export function bookFromJson(state: unknown): Book {
  const told = stored.parse(state);
  return {
    ...told,
    orders: new Map(told.orders.map((order) => [order.OrderId, order])),
    products: new Map(told.products.map((product) => [product.Id, product])),
    companies: new Map(told.companies.map((company) => [company.Id, company])),
    deliveryMethods: new Map(told.deliveryMethods.map((method) => [method.Id, method])),
    sessions: new Map(told.sessions),
    blockedIdentities: new Set(told.blockedIdentities),
    poisoned: new Set(told.poisoned),
    poisonedItems: new Set(told.poisonedItems),
  };
}

/** The next number of its kind, as text. */
export function nextId(book: Book, kind: keyof Counters): string {
  book.counters[kind] += 1;
  return String(book.counters[kind]);
}
