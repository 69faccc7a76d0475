import type { Operation } from '../../../src/systems/24sevenoffice/contract/services.ts';
import { getIdentity, login } from './authenticate.ts';
import { getCompanies } from './companies.ts';
import type { Handler } from './handler.ts';
import { getProducts, setStockQuantity } from './products.ts';
import { getDeliveryMethods, getInvoices } from './read-orders.ts';
import { saveInvoices } from './save-orders.ts';

/** Every operation of the contract. */
export const handlers: { readonly [Of in Operation]: Handler<Of> } = {
  Login: login,
  GetIdentity: getIdentity,
  GetInvoices: getInvoices,
  SaveInvoices: saveInvoices,
  GetDeliveryMethods: getDeliveryMethods,
  GetProducts: getProducts,
  SetStockQuantity: setStockQuantity,
  GetCompanies: getCompanies,
};

/** Whether the operation answers without a session. */
export const isOpen = (operation: Operation): boolean => operation === 'Login';
