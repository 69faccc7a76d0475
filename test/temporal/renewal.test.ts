import { afterAll, beforeAll, expect, test } from 'vitest';

import { appliedConnections } from '../../src/cli/applied-connections.ts';
import { connectionSignals, connectionWorkflowId } from '../../src/domain/names.ts';
import { eventually } from '../world/eventually.ts';
import { place, stock } from '../world/goods.ts';
import { World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(async () => await world.close());

const runOf = async (id: string): Promise<string> => (await world.order(id).describe()).runId;

async function renewEvery(everyMs: number, olderThanMs: number): Promise<void> {
  const [applied] = appliedConnections(world.configuration().connections);
  await world.access.client.workflow
    .getHandle(connectionWorkflowId(world.connection))
    .signal(connectionSignals.configured, {
      ...applied?.configured,
      renewal: { everyMs, olderThanMs },
    });
}

test('orders that have been open for long go on in a new run, and only those', async () => {
  const goods = stock(world);
  const id = place(world, goods);
  await world.importOrders();
  await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
  const first = await runOf(id);

  await renewEvery(500, 86_400_000);
  const page = world.access.client.workflow.getHandle(connectionWorkflowId(world.connection));
  const swept = async () => {
    const { events } = await page.fetchHistory();
    return (events ?? []).filter(
      ({ activityTaskScheduledEventAttributes: scheduled }) =>
        scheduled?.activityType?.name === 'renewOrders',
    ).length;
  };
  await eventually(async () => (await swept()) >= 2, { what: 'that orders were looked for' });
  expect(await runOf(id)).toBe(first);

  await renewEvery(500, 0);
  await eventually(async () => (await runOf(id)) !== first, { what: 'a new run' });
  await renewEvery(86_400_000, 86_400_000);

  world.wms.ship(id, { waybills: ['370001'] });
  await world.trackShipments();
  expect(await world.result(id)).toMatchObject({ stage: 'completed' });
});
