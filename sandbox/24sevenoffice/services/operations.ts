import { authenticateOperations } from './authenticate.ts';
import { getCompanies } from './companies.ts';
import type { Operation, OperationContext } from './operation.ts';
import { getProducts, setStockQuantity } from './products.ts';
import { getDeliveryMethods, getInvoices, getOrderSyncList } from './read-orders.ts';
import { saveInvoices, updateInvoices } from './save-orders.ts';

/** The operations that answer without a session. */
export const openOperations: ReadonlySet<string> = new Set([
  'Login',
  'HasSession',
  'GetIdentitiesWithCredential',
  'GetIdentitiesWithCredentialByService',
]);

const clientOf = ({ book, session, identities }: OperationContext) => {
  const current = session && book.sessions.get(session);
  return identities.find(({ id }) => id === current);
};

/** Every operation that is simulated, by name. */
export const operations: Readonly<Record<string, Operation>> = {
  ...authenticateOperations,
  GetInvoices: getInvoices,
  GetOrderSyncList: getOrderSyncList,
  SaveInvoices: saveInvoices,
  UpdateInvoices: updateInvoices,
  GetDeliveryMethods: getDeliveryMethods,
  GetProducts: getProducts,
  SetStockQuantity: setStockQuantity,
  GetCompanies: getCompanies,
  GetClientInformation: (_args, context) => ({
    value: {
      Country: 'NO',
      IsUsingFactoring: false,
      Name: clientOf(context)?.clientName,
      ReminderDays: '14',
      ReminderDays2: '14',
      ReminderDays3: '14',
      UserId: clientOf(context)?.clientId,
      DefaultCurrency: 'NOK',
    },
  }),
};
