import { afterEach, describe, expect, test } from 'vitest';

import { goodsOwnerId, type Stage, stageWarehouse } from '../warehouse-caller.ts';

let stage: Stage;
afterEach(() => stage.sandbox.close());

const put = (members: Record<string, unknown>) =>
  stage.call('PUT', '/articles', { body: { goodsOwnerId, ...members } });

const read = async (query: Record<string, string | number | boolean | readonly string[]>) => {
  const answer = await stage.call('GET', '/articles', { query: { goodsOwnerId, ...query } });
  expect(answer.status).toBe(200);
  return answer.json;
};
const find = async (query: Parameters<typeof read>[0]) =>
  (await read(query)).map((one: any) => one.articleNumber);

describe('articles', () => {
  test('a PUT creates, then updates; members that it leaves out stay', async () => {
    stage = await stageWarehouse();
    const created = await put({ articleNumber: 'B1', articleName: 'Sock', productCode: '7' });
    expect(created.status).toBe(201);
    const updated = await put({ articleNumber: 'B1', weight: 0.12 });
    expect(updated.json.articleSystemId).toBe(created.json.articleSystemId);
    const { json } = await stage.call('GET', `/articles/${updated.json.articleSystemId}`);
    expect(json).toMatchObject({ articleName: 'Sock', productCode: '7', weight: 0.12 });
    expect(json.barCodeInfo).toEqual({
      barCode: null,
      barCodePackage: null,
      barCodePallet: null,
      alternativeBarCodes: null,
    });
  });

  test('a PUT keeps what it leaves out inside of objects, and replaces lists', async () => {
    stage = await stageWarehouse();
    const { json } = await put({
      articleNumber: 'B1',
      barCodeInfo: { barCode: '1', barCodePackage: '2', alternativeBarCodes: [{ barCode: '3' }] },
      supplierInfo: {
        supplierNumber: '77',
        advanced: { supplierAddress: { city: 'Oslo', address: 'Veien 1' } },
      },
    });
    await put({
      articleNumber: 'B1',
      barCodeInfo: { barCode: null, alternativeBarCodes: [{ barCode: '4' }] },
      supplierInfo: { supplierName: 'Garn', advanced: { supplierAddress: { city: 'Bergen' } } },
    });
    const { json: article } = await stage.call('GET', `/articles/${json.articleSystemId}`);
    expect(article).toMatchObject({
      barCodeInfo: { barCode: null, barCodePackage: '2', alternativeBarCodes: [{ barCode: '4' }] },
      supplierInfo: { supplierNumber: '77', supplierName: 'Garn' },
    });
    expect(article.supplierInfo.advanced).toBeUndefined();
    expect(stage.ongoing.article('B1')?.body).toMatchObject({
      supplierInfo: { advanced: { supplierAddress: { city: 'Bergen', address: 'Veien 1' } } },
    });
  });

  test('a PUT by id gives it another number, which the lines of orders follow', async () => {
    stage = await stageWarehouse();
    await stage.put();
    const id = stage.ongoing.article('A1')?.articleSystemId ?? 0;
    const renumber = (articleNumber: string) =>
      stage.call('PUT', `/articles/${id}`, { body: { goodsOwnerId, articleNumber } });
    expect((await renumber('A2')).status).toBe(400);
    expect((await renumber('A9')).json).toMatchObject({ articleSystemId: id });
    expect(await find({ articleNumbers: ['A1', 'A9'] })).toEqual(['A9']);
    expect(stage.ongoing.order('10482')?.lines[0]?.articleNumber).toBe('A9');
    const [article] = await read({ articleNumber: 'A9' });
    expect(article.inventoryInfo.numberOfBookedItems).toBe(2);
  });

  test('comments on handling come back in an object of their own', async () => {
    stage = await stageWarehouse();
    await put({ articleNumber: 'B1', articlePickingHandlingComment: 'Fragile' });
    expect((await read({ articleNumber: 'B1' }))[0].articleHandlingComments).toEqual({
      articleInboundHandlingComment: null,
      articlePickingHandlingComment: 'Fragile',
      articleReturnHandlingComment: null,
    });
  });

  test('filters', async () => {
    let now = Date.parse('2026-11-22T08:00:00Z');
    stage = await stageWarehouse({ now: () => now });
    now += 60_000;
    await put({ articleNumber: 'B1', articleName: 'Sock', productCode: '7' });
    await put({ articleNumber: 'B2', articleName: 'Hat', barCodeInfo: { barCode: '0701' } });
    const ids = stage.ongoing.articles().map((one) => one.articleSystemId);
    expect(await find({ articleNumber: 'B1' })).toEqual(['B1']);
    expect(await find({ articleNumbers: ['A1', 'B2'] })).toEqual(['A1', 'B2']);
    expect(await find({ articleNumbers: 'A1,B2' })).toEqual([]);
    expect(await find({ productCode: '7' })).toEqual(['B1']);
    expect(await find({ productCodes: ['7', '8'] })).toEqual(['B1']);
    expect(await find({ barCodes: ['0701'] })).toEqual(['B2']);
    expect(await find({ articleNameContains: ['soc'] })).toEqual(['B1']);
    expect(await find({ articleSystemIdFrom: ids[2] ?? 0, maxArticlesToGet: 2 })).toEqual([
      'A3',
      'B1',
    ]);
    expect(await find({ articleDataLastUpdatedFrom: '2026-11-22T08:00:30Z' })).toEqual([
      'B1',
      'B2',
    ]);
    stage.ongoing.setStock('A2', '5');
    expect(await find({ onlyArticlesInStock: true })).toEqual(['A2']);
    expect(await find({ stockInfoChangedFrom: '2026-11-22T08:00:30Z' })).toEqual([
      'A2',
      'B1',
      'B2',
    ]);
  });

  test('what may be sold is less than what is there, and can be negative', async () => {
    stage = await stageWarehouse();
    stage.ongoing.setStock('A1', '1');
    await stage.put();
    const stock = async () => (await read({ articleNumber: 'A1' }))[0].inventoryInfo;
    expect(await stock()).toMatchObject({
      numberOfItems: 1,
      numberOfBookedItems: 2,
      sellableNumberOfItems: -1,
    });
    stage.ongoing.setStock('A1', '10');
    stage.ongoing.setStatus('10482', 320);
    expect(await stock()).toMatchObject({
      numberOfItems: 10,
      allocatedNumberOfItems: 2,
      sellableNumberOfItems: 8,
    });
    stage.ongoing.setStatus('10482', 400);
    expect(await stock()).toMatchObject({
      numberOfItems: 8,
      pickedToBeCollectedNumberOfItems: 2,
      sellableNumberOfItems: 8,
    });
    stage.ongoing.ship('10482');
    expect(await stock()).toMatchObject({ numberOfItems: 8, pickedToBeCollectedNumberOfItems: 0 });
  });

  test('transporters', async () => {
    stage = await stageWarehouse();
    const answer = await stage.call('GET', '/transporterContracts', { query: { goodsOwnerId } });
    expect(answer.json[0]).toMatchObject({ transporterCode: 'BRING', ediCode: null });
  });
});
