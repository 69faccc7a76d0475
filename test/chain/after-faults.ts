import { expect, test } from 'vitest';

import type { ConnectionStatus } from '../../src/domain/connection-messages.ts';
import { connectionWorkflowId } from '../../src/domain/names.ts';
import type { World } from '../world/world.ts';

/** The kinds that have struck no call yet, of those that `addEveryFault` gave. */
export const unmetKinds = (world: World, kinds: readonly string[]): readonly string[] =>
  kinds.filter(
    (kind) =>
      !world.sandbox.faults
        .list()
        .some((one) => `${one.vendor} ${one.kind}` === kind && one.hits > 0),
  );

/** The tests of what a chain must have met, and of what it must not leave. */
export function testsAfterFaults(
  vendors: readonly string[],
  met: () => { readonly world: World; readonly kinds: readonly string[] },
): void {
  test('meets every fault, together in about one call of ten', () => {
    const { world, kinds } = met();
    expect(unmetKinds(world, kinds)).toEqual([]);
    for (const vendor of vendors) {
      const requests = world.sandbox.requests({ vendor });
      const failed = requests.filter(({ fault }) => fault !== undefined);
      expect(failed.length / requests.length).toBeCloseTo(0.1, 1);
    }
  });

  test('leaves no order that needs attention, and no incident', async () => {
    const { world } = met();
    const { workflow } = world.access.client;
    const open = await workflow.count("WorkflowType = 'order' AND needsAttention = true");
    expect(open.count).toBe(0);
    const page = workflow.getHandle(connectionWorkflowId(world.connection));
    const { incidents } = await page.query<ConnectionStatus>('status');
    expect(incidents).toEqual([]);
  });
}
