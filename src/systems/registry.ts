import { twentyFourSevenOffice } from './24sevenoffice/index.ts';
import { ongoing } from './ongoing/index.ts';
import { orderDesk } from './orderdesk/index.ts';
import type { Adapters } from './ports/adapter.ts';

/** Every system that Crossdock knows, a line each. The only place that names them all. */
export const adapters: Adapters = {
  sources: [
    twentyFourSevenOffice, //
    orderDesk,
  ],
  warehouses: [ongoing],
};
