import { twentyFourSevenOffice } from './24sevenoffice/index.ts';
import { ongoing } from './ongoing/index.ts';
import { orderDesk } from './orderdesk/index.ts';
import type { Adapters } from './ports/adapter.ts';

/** Every system that Crossdock knows. Nothing else of the product names them. */
export const adapters: Adapters = {
  sources: [twentyFourSevenOffice, orderDesk],
  warehouses: [ongoing],
};
