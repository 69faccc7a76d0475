import type { Configuration } from '../../src/connections/configuration.ts';
import type { OrderDeskSandbox } from '../../sandbox/orderdesk/orderdesk.ts';
import { configurationOf, fileWith, leastStore } from '../connections/written-file.ts';

/** A configuration with one connection, `nordlys`, for the simulated store. */
export function storeConfiguration(
  { options }: OrderDeskSandbox,
  changes: Readonly<Record<string, unknown>> = {},
): Configuration {
  const { storeId, apiKey } = options;
  return configurationOf(
    fileWith({ 'source/storeId': storeId, 'source/apiKey': apiKey, ...changes }, leastStore),
  );
}
