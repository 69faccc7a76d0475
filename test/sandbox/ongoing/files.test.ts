import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createOngoing } from '../../../sandbox/ongoing/ongoing.ts';
import { type Stage, stageWarehouse } from '../warehouse-caller.ts';

let stage: Stage;
let orderId: number;
beforeAll(async () => {
  stage = await stageWarehouse();
  orderId = (await stage.put()).json.orderId;
});
afterAll(() => stage.sandbox.close());

const mimeType = 'application/pdf';
const body = { mimeType, fileDataBase64: 'JVBERi0x' };
const files = () => `/orders/${orderId}/files`;

describe('the files of an order', () => {
  test('are kept by name, and listed with their content', async () => {
    const first = await stage.call('PUT', files(), { query: { fileName: 'slip.pdf' }, body });
    expect(first.json).toEqual({
      fileId: expect.any(Number),
      success: true,
      message: 'File slip.pdf created.',
    });
    const other = { ...body, fileDataBase64: 'JVBERi0y' };
    const again = await stage.call('PUT', files(), {
      query: { fileName: 'slip.pdf' },
      body: other,
    });
    expect(again.json.fileId).toBe(first.json.fileId);
    await stage.call('PUT', files(), { query: { fileName: 'other.pdf' }, body });
    const listed = await stage.call('GET', files());
    expect(listed.json).toEqual([
      {
        fileId: first.json.fileId,
        orderId,
        articleSystemId: null,
        purchaseOrderId: null,
        fileName: 'slip.pdf',
        mimeType,
        fileDataBase64: 'JVBERi0y',
      },
      expect.objectContaining({ fileName: 'other.pdf', fileDataBase64: 'JVBERi0x' }),
    ]);
    expect(stage.ongoing.files('10482').map(({ name }) => name)).toEqual(['slip.pdf', 'other.pdf']);
  });

  test('stay through updates of the order and restarts of the warehouse', async () => {
    await stage.put({ orderRemark: 'changed' });
    const later = createOngoing();
    later.restore(JSON.parse(JSON.stringify(stage.ongoing.state())));
    expect(later.files('10482')).toEqual(stage.ongoing.files('10482'));
    expect(later.files('10482')).toHaveLength(2);
  });

  test('are none in a memory that is older than they', () => {
    const state = JSON.parse(JSON.stringify(stage.ongoing.state()));
    for (const order of state.orders) delete order.files;
    const later = createOngoing();
    later.restore(state);
    expect(later.files('10482')).toEqual([]);
  });
});

describe('a file that breaks the contract is refused', () => {
  const query = { fileName: 'x.pdf' };
  test.each<[string, Parameters<Stage['call']>[2], RegExp]>([
    ['without a name', { body }, /fileName is required/],
    ['with an empty name', { body, query: { fileName: '' } }, /fileName is required/],
    ['with another parameter', { body, query: { ...query, name: 'x' } }, /name is not a known/],
    ['without a type', { query, body: { fileDataBase64: 'JVBERi0x' } }, /mimeType is required/],
    ['without content', { query, body: { mimeType } }, /fileDataBase64 is required/],
    ['empty', { query, body: { mimeType, fileDataBase64: '' } }, /fileDataBase64 can't be empty/],
    ['with bytes as they are', { query, body: { ...body, fileDataBase64: '%PDF-1' } }, /Base64/],
    ['cut short', { query, body: { ...body, fileDataBase64: 'JVBERi0' } }, /Base64/],
    [
      'with its name inside',
      { query, body: { ...body, fileName: 'x' } },
      /fileName is not a known/,
    ],
  ])('%s', async (_what, options, words) => {
    const answer = await stage.call('PUT', files(), options);
    expect([answer.status, answer.words]).toEqual([400, expect.stringMatching(words)]);
    expect(stage.ongoing.files('10482').map(({ name }) => name)).not.toContain('x.pdf');
  });

  test('of an order that isn’t there', async () => {
    const answer = await stage.call('PUT', '/orders/1/files', { query, body });
    expect(answer.status).toBe(404);
    expect((await stage.call('GET', '/orders/1/files')).status).toBe(404);
  });
});
