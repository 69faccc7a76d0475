import { z } from 'zod';
import type { InvoiceOrder } from './records.ts';
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

const keptById = <Kept>(record: z.ZodType<Kept>, idOf: (kept: Kept) => string) =>
  z.array(record).transform((list) => new Map(list.map((each) => [idOf(each), each])));

const setOfTexts = z.array(z.string()).transform((texts) => new Set(texts));

const stored = z.object({
  orders: keptById<InvoiceOrder>(orderSchema, ({ OrderId }) => OrderId),
  products: keptById(productSchema, ({ Id }) => Id),
  companies: keptById(companySchema, ({ Id }) => Id),
  deliveryMethods: keptById(deliveryMethodSchema, ({ Id }) => Id),
  /** Session id → the identity it acts as. */
  sessions: z.array(z.tuple([z.string(), z.string()])).transform((entries) => new Map(entries)),
  blockedIdentities: setOfTexts,
  /** Orders that make a whole SaveInvoices fail. */
  poisoned: setOfTexts,
  /** Orders that fail alone within a SaveInvoices. */
  poisonedItems: setOfTexts,
  statusWrites: z.array(statusWrite),
  counters,
  loginsRejected: z.boolean(),
});

/** Everything that the simulated ERP keeps. */
export type Book = z.output<typeof stored>;

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
export const bookFromJson = (state: unknown): Book => stored.parse(state);

/** The next number of its kind, as text. */
export function nextId(book: Book, kind: keyof Book['counters']): string {
  book.counters[kind] += 1;
  return String(book.counters[kind]);
}
