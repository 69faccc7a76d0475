import { readFileSync } from 'node:fs';

import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, test } from 'vitest';

import { readFeedRunInput, readFeedRunResult } from '../../src/domain/reading/read-run.ts';
import { readStockRunResult } from '../../src/domain/reading/read-stock-run.ts';
import { readConnectionInput } from '../../workflows/connection/read-connection-input.ts';
import { newConnectionState } from '../../workflows/connection/connection-state.ts';
import { readLast, readStored } from '../../workflows/stored.ts';

interface Payloads {
  readonly payloads: readonly { readonly data: string }[];
}

/** What version 0.1.0 wrote. */
function written(history: string): { input: unknown; result: unknown } {
  const path = new URL(`../histories/${history}.json`, import.meta.url);
  const { events } = JSON.parse(readFileSync(path, 'utf8'));
  const json = ({ payloads: [payload] }: Payloads): unknown =>
    JSON.parse(Buffer.from(payload?.data ?? '', 'base64').toString());
  const ended = events.at(-1).workflowExecutionCompletedEventAttributes;
  return {
    input: json(events[0].workflowExecutionStartedEventAttributes.input),
    result: ended && json(ended.result),
  };
}

describe('what a run of 0.1.0 left', () => {
  test.each(['import-run', 'shipments-run'])('%s is read as it is', (history) => {
    const { input, result } = written(history);
    expect(readFeedRunInput(input)).toEqual(input);
    expect(readFeedRunResult(result)).toEqual(result);
  });

  test('a connection starts as it did', () => {
    const { input } = written('connection');
    expect(readConnectionInput(input)).toEqual(input);
  });
});

describe('what a run hands over', () => {
  const cursor = { position: { since: '2026-01-01', deep: { page: 2 } }, seen: [['77', 'a1b2']] };
  const report = {
    read: 3,
    done: { started: 1 },
    skipped: { 'not wanted': 2 },
    skippedNames: {},
    failed: [{ name: 'TS-1', why: 'It is refused.' }],
    failedCount: 1,
    pages: 1,
  };

  test('comes back whole, and unknown members stay behind', () => {
    const result = { cursor, report, stoppedBy: 'The vendor is busy.' };
    expect(readFeedRunResult({ ...result, later: true })).toEqual(result);
    expect(readFeedRunResult({ cursor: null, report })).toEqual({ cursor: null, report });
    const stock = { cursor: { held: [['4711', 2]], warehouse: { at: '5' } }, report };
    expect(readStockRunResult(stock)).toEqual(stock);
  });

  test('ends the run in words where it can’t be read', () => {
    const broken = { cursor: { position: {}, seen: [['77', 5]] }, report };
    const read = () => readLast(readFeedRunResult, broken);
    expect(read).toThrow(ApplicationFailure);
    expect(read).toThrow(
      'What was stored can’t be read: the last run’s result.cursor.seen[0] isn’t a text.',
    );
    expect(() => readStored(readFeedRunInput, { everyMs: 1 }, 'the run’s input')).toThrow(
      'the run’s input.connection isn’t a text',
    );
    expect(readLast(readFeedRunResult, undefined)).toBeUndefined();
  });

  test('a connection’s state is read by its version', () => {
    const configured: any = (written('connection').input as any).configured;
    const state = {
      ...newConnectionState(configured),
      failing: { orders: { times: 2, since: '2026-01-01', text: 'No.' } },
      recovered: ['source'],
    };
    const input = { connection: 'nordlys', configured, state };
    expect(readConnectionInput(input)).toEqual(input);
    const newer = { ...input, state: { ...state, version: 2 } };
    expect(() => readConnectionInput(newer)).toThrow('A newer Crossdock wrote it');
  });
});
