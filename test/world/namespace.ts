import { randomUUID } from 'node:crypto';

import { prepareNamespace } from '../../src/temporal/prepare-namespace.ts';
import { openTemporal, type TemporalAccess } from '../../src/temporal/temporal-access.ts';
import { eventually } from './eventually.ts';

/** A namespace of a test's own on the run's server, ready for workflows and for queries. */
export async function openNamespace(address: string): Promise<TemporalAccess> {
  const access = await openTemporal({ address, namespace: `test-${randomUUID()}` });
  await eventually(
    async () => {
      try {
        await prepareNamespace(access);
        await access.client.workflow.count("stage = 'importing'");
        return true;
      } catch {
        // The server hears of a new namespace, and of its attributes, within seconds.
        return false;
      }
    },
    { what: 'the namespace', withinMs: 30_000 },
  );
  return access;
}
