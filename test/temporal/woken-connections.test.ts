import { afterAll, beforeAll, expect, test } from 'vitest';

import type { ConnectionStatus } from '../../src/domain/connection-messages.ts';
import {
  connectionSignals,
  connectionStages,
  connectionWorkflowId,
} from '../../src/domain/names.ts';
import { eventually } from '../world/eventually.ts';
import { World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(async () => await world.close());

const page = () => world.access.client.workflow.getHandle(connectionWorkflowId(world.connection));
const events = async (): Promise<number> => (await page().describe()).historyLength;
const isFoundAs = async (stage: string): Promise<boolean> => {
  const query = `WorkflowType = 'connection' AND stage = '${stage}'`;
  return (await world.access.client.workflow.count(query)).count === 1;
};

async function restart(): Promise<void> {
  await world.stopWorkers();
  await world.startWorkers();
}

test('a worker that starts leaves a connection alone in which all is well', async () => {
  await eventually(async () => await isFoundAs(connectionStages.well), { what: 'its stage' });
  // Its first task is done once it answers.
  await page().query('status');
  const before = await events();
  await restart();
  // Its own work goes on meanwhile.
  await world.importOrders();
  expect(await events()).toBe(before);
});

test('and has the incident of an earlier process looked at, long before its time', async () => {
  const now = Date.now();
  await page().signal(connectionSignals.incidentOpened, {
    end: 'source',
    system: '24SevenOffice',
    kind: 'login rejected',
    text: '24SevenOffice rejects the login.',
    todo: 'Correct it.',
    since: new Date(now).toISOString(),
    nextProbeAt: new Date(now + 3_600_000).toISOString(),
  });
  await eventually(async () => await isFoundAs(connectionStages.inTrouble), { what: 'its stage' });
  await restart();
  const incidents = async () => (await page().query<ConnectionStatus>('status')).incidents;
  await eventually(async () => (await incidents()).length === 0, { what: 'the end of it' });
  await eventually(async () => await isFoundAs(connectionStages.well), { what: 'its stage' });
  expect(await incidents()).toEqual([]);
});
