import { fileURLToPath } from 'node:url';

import type { Configuration } from '../../connections/configuration.ts';
import { loadConfiguration } from '../../connections/load.ts';
import { Problem } from '../problem.ts';

/** The example configuration, pointed at a running sandbox. */
export function sandboxConfiguration(sandboxUrl: string): Configuration {
  const compiled = import.meta.url.endsWith('.js');
  const up = compiled ? '../../../../' : '../../../';
  const file = fileURLToPath(new URL(`${up}examples/sandbox.yaml`, import.meta.url));
  const loaded = loadConfiguration(file, {
    env: {
      ...process.env,
      CROSSDOCK_SANDBOX_24SEVENOFFICE_URL: `${sandboxUrl}/24sevenoffice`,
      CROSSDOCK_SANDBOX_ONGOING_URL: `${sandboxUrl}/ongoing/nord`,
      CROSSDOCK_SANDBOX_ORDERDESK_URL: `${sandboxUrl}/orderdesk/api/v2`,
      CROSSDOCK_SANDBOX_ONGOING_SYD_URL: `${sandboxUrl}/ongoing/syd`,
    },
  });
  if (loaded.ok) return loaded.configuration;
  throw new Problem(
    `the example configuration can’t be used:\n${loaded.faults.map(({ text }) => text).join('\n')}`,
  );
}
