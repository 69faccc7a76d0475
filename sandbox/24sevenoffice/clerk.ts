import type { Book } from './book/book.ts';
import { nextId } from './book/book.ts';
import { changeStatus, changeTime } from './book/change.ts';
import type { Company, DeliveryMethod, InvoiceOrder, InvoiceRow, Product } from './book/records.ts';
import type { OrderStatus } from '../../src/systems/24sevenoffice/contract/order-status.ts';

/** A row to add. Without a RowId it gets the next one. */
export type RowInput = Partial<InvoiceRow>;

/** An order to add, or what is to change of one. Rows are given as a whole. */
export type OrderInput = Omit<Partial<InvoiceOrder>, 'InvoiceRows'> & {
  readonly InvoiceRows?: readonly RowInput[];
};

function found<Found>(entries: ReadonlyMap<string, Found>, kind: string, id: string): Found {
  const entry = entries.get(id);
  if (entry === undefined) throw new RangeError(`the simulated ERP has no ${kind} ${id}`);
  return entry;
}

/** Keeps a copy, so that what the caller does with the entry doesn't change the book. */
function kept<Entry>(entries: Map<string, Entry>, id: string, entry: Entry): Entry {
  entries.set(id, structuredClone(entry));
  return entry;
}

/** What people do in the ERP by hand, for tests, seeds and the simulated merchant. */
export type Clerk = ReturnType<typeof clerkOf>;

/** @param book asked for at every call, because a restored sandbox has another */
export function clerkOf(book: () => Book, now: () => Date) {
  const rowsOf = (rows: readonly RowInput[]): InvoiceRow[] =>
    rows.map((row) => ({
      ...row,
      Name: row.Name ?? book().products.get(row.ProductId ?? '')?.Name,
      RowId: row.RowId ?? nextId(book(), 'row'),
    }));

  const methodOf = (method: InvoiceOrder['DeliveryMethod']): InvoiceOrder['DeliveryMethod'] =>
    method && { ...book().deliveryMethods.get(method.Id ?? ''), ...method };

  return {
    /** A company; a business that is a customer unless its Type says otherwise. */
    addCustomer(company: Partial<Company>): Company {
      const Id = company.Id ?? nextId(book(), 'company');
      const usual = { Type: 'Business', DateChanged: changeTime(now()) } as const;
      return kept(book().companies, Id, { ...usual, ...company, Id });
    },
    /** A product; stock-controlled and active unless told otherwise. */
    addProduct(product: Partial<Product>): Product {
      const Id = product.Id ?? nextId(book(), 'product');
      const usual = { StatusId: '1', Stock: '0', StockControlled: true };
      const DateChanged = changeTime(now());
      return kept(book().products, Id, { ...usual, DateChanged, ...product, Id });
    },
    addDeliveryMethod(method: Partial<DeliveryMethod>): DeliveryMethod {
      const Id = method.Id ?? nextId(book(), 'deliveryMethod');
      return kept(book().deliveryMethods, Id, { ...method, Id });
    },
    /** An order; Confirmed and ordered now unless told otherwise. */
    addOrder(order: OrderInput & { readonly CustomerId: string }): InvoiceOrder {
      const OrderId = order.OrderId ?? nextId(book(), 'order');
      return kept<InvoiceOrder>(book().orders, OrderId, {
        CustomerName: book().companies.get(order.CustomerId)?.Name,
        OrderStatus: 'Confirmed',
        DateOrdered: now().toISOString(),
        DateChanged: changeTime(now()),
        ...order,
        DeliveryMethod: methodOf(order.DeliveryMethod),
        OrderId,
        InvoiceRows: rowsOf(order.InvoiceRows ?? []),
      });
    },
    /** Changes an order by the members given; undefined takes a member away. */
    editOrder(id: string, change: OrderInput): InvoiceOrder {
      const current = found(book().orders, 'order', id);
      const { OrderStatus, InvoiceRows, ...members } = change;
      const edited: InvoiceOrder = {
        ...current,
        DateChanged: changeTime(now()),
        ...members,
        DeliveryMethod:
          'DeliveryMethod' in members ? methodOf(members.DeliveryMethod) : current.DeliveryMethod,
        OrderId: id,
        InvoiceRows: InvoiceRows === undefined ? current.InvoiceRows : rowsOf(InvoiceRows),
      };
      if (OrderStatus !== undefined) {
        changeStatus(book(), edited, OrderStatus, edited.SkipStock === true, now());
      }
      return kept(book().orders, id, edited);
    },
    /** Gives an order a status by hand; only the API's writes are counted. */
    setStatus(id: string, status: OrderStatus): InvoiceOrder {
      const order = found(book().orders, 'order', id);
      changeStatus(book(), order, status, order.SkipStock === true, now());
      return structuredClone(order);
    },
    /** False where the order isn't there. */
    deleteOrder: (id: string): boolean => book().orders.delete(id),
    /** Changes a product by the members given. */
    editProduct(id: string, change: Partial<Product>): Product {
      const current = found(book().products, 'product', id);
      const DateChanged = changeTime(now());
      return kept(book().products, id, { ...current, DateChanged, ...change, Id: id });
    },
    /** Changes a company by the members given. */
    editCompany(id: string, change: Partial<Company>): Company {
      const current = found(book().companies, 'company', id);
      const DateChanged = changeTime(now());
      return kept(book().companies, id, { ...current, DateChanged, ...change, Id: id });
    },
    order: (id: string): InvoiceOrder | undefined => structuredClone(book().orders.get(id)),
    orders: (): InvoiceOrder[] => structuredClone([...book().orders.values()]),
    company: (id: string): Company | undefined => structuredClone(book().companies.get(id)),
    companies: (): Company[] => structuredClone([...book().companies.values()]),
    product: (id: string): Product | undefined => structuredClone(book().products.get(id)),
    products: (): Product[] => structuredClone([...book().products.values()]),
  };
}
