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

/** What people do in the ERP by hand, for tests, seeds and the simulated merchant. */
export interface Clerk {
  /** A company; a business that is a customer unless its Type says otherwise. */
  addCustomer(company: Partial<Company>): Company;
  /** A product; stock-controlled and active unless told otherwise. */
  addProduct(product: Partial<Product>): Product;
  addDeliveryMethod(method: Partial<DeliveryMethod>): DeliveryMethod;
  /** An order; Confirmed and ordered now unless told otherwise. */
  addOrder(order: OrderInput & { readonly CustomerId: string }): InvoiceOrder;
  /** Changes an order by the members given; undefined takes a member away. */
  editOrder(id: string, change: OrderInput): InvoiceOrder;
  /** Gives an order a status by hand; only the API's writes are counted. */
  setStatus(id: string, status: OrderStatus): InvoiceOrder;
  /** Deletes an order; false where it isn't there. */
  deleteOrder(id: string): boolean;
  /** Changes a product by the members given. */
  editProduct(id: string, change: Partial<Product>): Product;
  /** Changes a company by the members given. */
  editCompany(id: string, change: Partial<Company>): Company;
  order(id: string): InvoiceOrder | undefined;
  orders(): InvoiceOrder[];
  company(id: string): Company | undefined;
  companies(): Company[];
  product(id: string): Product | undefined;
  products(): Product[];
}

function found<Found>(book: ReadonlyMap<string, Found>, kind: string, id: string): Found {
  const entry = book.get(id);
  if (entry === undefined) throw new RangeError(`the simulated ERP has no ${kind} ${id}`);
  return entry;
}

/** @param book asked for at every call, because a restored sandbox has another */
export function clerkOf(book: () => Book, now: () => Date): Clerk {
  const rowsOf = (rows: readonly RowInput[]): InvoiceRow[] =>
    rows.map((row) => ({
      ...row,
      Name: row.Name ?? book().products.get(row.ProductId ?? '')?.Name,
      RowId: row.RowId ?? nextId(book(), 'row'),
    }));

  const methodOf = (method: InvoiceOrder['DeliveryMethod']): InvoiceOrder['DeliveryMethod'] =>
    method && { ...book().deliveryMethods.get(method.Id ?? ''), ...method };

  return {
    addCustomer(company) {
      const added: Company = {
        Type: 'Business',
        DateChanged: changeTime(now()),
        ...company,
        Id: company.Id ?? nextId(book(), 'company'),
      };
      book().companies.set(added.Id, structuredClone(added));
      return added;
    },
    addProduct(product) {
      const added: Product = {
        StatusId: '1',
        Stock: '0',
        StockControlled: true,
        DateChanged: changeTime(now()),
        ...product,
        Id: product.Id ?? nextId(book(), 'product'),
      };
      book().products.set(added.Id, structuredClone(added));
      return added;
    },
    addDeliveryMethod(method) {
      const added = { ...method, Id: method.Id ?? nextId(book(), 'deliveryMethod') };
      book().deliveryMethods.set(added.Id, structuredClone(added));
      return added;
    },
    addOrder(order) {
      const added: InvoiceOrder = {
        CustomerName: book().companies.get(order.CustomerId)?.Name,
        OrderStatus: 'Confirmed',
        DateOrdered: now().toISOString(),
        DateChanged: changeTime(now()),
        ...order,
        DeliveryMethod: methodOf(order.DeliveryMethod),
        OrderId: order.OrderId ?? nextId(book(), 'order'),
        InvoiceRows: rowsOf(order.InvoiceRows ?? []),
      };
      book().orders.set(added.OrderId, structuredClone(added));
      return added;
    },
    editOrder(id, change) {
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
      book().orders.set(id, structuredClone(edited));
      return edited;
    },
    setStatus(id, status) {
      const order = found(book().orders, 'order', id);
      changeStatus(book(), order, status, order.SkipStock === true, now());
      return structuredClone(order);
    },
    deleteOrder: (id) => book().orders.delete(id),
    editProduct(id, change) {
      const current = found(book().products, 'product', id);
      const edited: Product = { ...current, DateChanged: changeTime(now()), ...change, Id: id };
      book().products.set(id, structuredClone(edited));
      return edited;
    },
    editCompany(id, change) {
      const current = found(book().companies, 'company', id);
      const edited: Company = { ...current, DateChanged: changeTime(now()), ...change, Id: id };
      book().companies.set(id, structuredClone(edited));
      return edited;
    },
    order: (id) => structuredClone(book().orders.get(id)),
    orders: () => structuredClone([...book().orders.values()]),
    company: (id) => structuredClone(book().companies.get(id)),
    companies: () => structuredClone([...book().companies.values()]),
    product: (id) => structuredClone(book().products.get(id)),
    products: () => structuredClone([...book().products.values()]),
  };
}
