import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { describe, expect, inject, test } from 'vitest';

import '../world/quiet.ts';
import { storedHistories } from './stored-histories.ts';

const stored = storedHistories();

async function replay(history: unknown, codePath = inject('workflowBundle')): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle: { codePath } }, history);
}

/** All text of a history, that in its payloads too. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (value === null || typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, member]) =>
      key === 'data' && typeof member === 'string'
        ? Buffer.from(member, 'base64').toString('utf8')
        : textOf(member),
    )
    .join('\n');
}

describe('orders that are under way go on with the workflows of today', () => {
  test('there are histories of every kind of workflow', () => {
    const types = stored.map(
      ({ history }) =>
        (history as any).events[0].workflowExecutionStartedEventAttributes.workflowType.name,
    );
    expect(new Set(types)).toEqual(
      new Set(['order', 'importOrders', 'trackShipments', 'connection']),
    );
  });

  test.each(stored)('$name', async ({ history }) => {
    await expect(replay(history)).resolves.toBeUndefined();
  });

  test('and a step that is left out is noticed', async () => {
    const code = readFileSync(inject('workflowBundle'), 'utf8');
    const changed = code.replace("steps.push('look')", "steps.push('put')");
    expect(changed).not.toBe(code);
    const folder = mkdtempSync(join(tmpdir(), 'crossdock-replay-'));
    try {
      const codePath = join(folder, 'workflow-bundle.js');
      writeFileSync(codePath, changed);
      const happy = stored.find(({ name }) => name === 'happy-path');
      await expect(replay(happy?.history, codePath)).rejects.toThrow(DeterminismViolationError);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the stored histories', () => {
  test.each(stored)('$name holds nobody’s data and no machine', ({ history }) => {
    const text = textOf(history);
    expect(text).not.toMatch(/\d+@/);
    expect(text).not.toMatch(/[\w.]+@[\w-]+\.[a-z]/i);
    expect(text).not.toMatch(/\+47|127\.0\.0\.1|localhost/);
    expect(text).not.toMatch(/(?:file:\/\/|\n\s+at .+:\d+:\d+|\/(?:home|root|tmp|Users|work)\/)/);
  });
});
