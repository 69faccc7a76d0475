import { request as rawRequest } from 'node:http';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { order, type Stage, stageWarehouse } from '../warehouse-caller.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await stageWarehouse();
});
afterAll(() => stage.sandbox.close());

const line = (members: Record<string, unknown>) => ({
  orderLines: [{ rowNumber: '1', articleNumber: 'A1', numberOfItems: 1, ...members }],
});
const consignee = (members: Record<string, unknown>) => ({
  consignee: { name: 'Test', ...members },
});

describe('bodies that break the contract are refused', () => {
  const refused: [string, Record<string, unknown>, RegExp][] = [
    ['an unknown member', { phone: '1' }, /phone is not a known member/],
    ['an unknown member of a line', line({ productCode: '1' }), /orderLines\[0\]\.productCode/],
    ['an unknown member of the consignee', consignee({ email: 'x' }), /consignee\.email/],
    ['a member that every object has', { constructor: 'x' }, /constructor is not a known/],
    ['a number as string', line({ numberOfItems: '2' }), /numberOfItems must be a decimal/],
    ['a goods owner as string', { goodsOwnerId: '101' }, /goodsOwnerId must be a 32-bit/],
    ['a goods owner with a fraction', { goodsOwnerId: 101.5 }, /goodsOwnerId must be a 32-bit/],
    ['a string as number', { orderNumber: 10482 }, /orderNumber must be a string/],
    ['a post code as number', consignee({ postCode: 150 }), /postCode must be a string/],
    ['a boolean as string', line({ shouldBePicked: 'true' }), /shouldBePicked must be true or/],
    ['an object as string', { wayOfDelivery: 'Bring' }, /wayOfDelivery must be an object/],
    ['a list as object', { orderLines: {} }, /orderLines must be a list/],
    ['a list of strings', { orderLines: ['A1'] }, /orderLines\[0\] must be an object/],
    ['no number', { orderNumber: undefined }, /orderNumber is required/],
    ['an empty number', { orderNumber: '' }, /orderNumber can't be empty/],
    ['no delivery date', { deliveryDate: undefined }, /deliveryDate is required/],
    ['null as consignee', { consignee: null }, /consignee is required/],
    ['a line without row', line({ rowNumber: undefined }), /rowNumber is required/],
    ['a line without article', line({ articleNumber: '' }), /articleNumber can't be empty/],
    ['a quantity of null', line({ numberOfItems: null }), /numberOfItems can't be null/],
    [
      'a notification of null',
      { emailNotification: { toBeNotified: null } },
      /toBeNotified can't be null/,
    ],
    ['a number of 51 characters', { orderNumber: 'x'.repeat(51) }, /longer than 50/],
    ['a reference of 51', { referenceNumber: 'x'.repeat(51) }, /longer than 50/],
    ['a remark of 501', { orderRemark: 'x'.repeat(501) }, /longer than 500/],
    ['a way of delivery of 101', { wayOfDelivery: { name: 'x'.repeat(101) } }, /longer than 100/],
    ['a name of 201', consignee({ name: 'x'.repeat(201) }), /longer than 200/],
    ['a country of 3', consignee({ countryCode: 'NOR' }), /longer than 2/],
    ['a row of 41', line({ rowNumber: 'x'.repeat(41) }), /longer than 40/],
    ['a German date', { deliveryDate: '24.11.2026' }, /deliveryDate must be a date/],
    ['a day that is not', { deliveryDate: '2026-02-30' }, /deliveryDate must be a date/],
    ['a time without zone', { deliveryDate: '2026-11-24T10:00:00' }, /deliveryDate must be/],
    ['a date for none', { deliveryDate: '0001-01-01' }, /deliveryDate must be a date/],
    ['an unknown article', line({ articleNumber: 'A9' }), /article number 'A9'/],
    ['a negative quantity', line({ numberOfItems: -1 }), /negative/],
    [
      'a row twice',
      { orderLines: [1, 2].map(() => ({ rowNumber: '7', articleNumber: 'A1' })) },
      /'7' is used by several/,
    ],
    ['an unknown transporter', { transporter: { transporterCode: 'DHL' } }, /code 'DHL'/],
    [
      'an unknown service',
      { transporter: { transporterCode: 'BRING', transporterServiceCode: '9' } },
      /no service with code '9'/,
    ],
  ];

  test.each(refused)('%s', async (_what, members, words) => {
    const answer = await stage.put(members);
    expect(answer.words).toMatch(words);
    expect(answer.status).toBe(400);
    expect(stage.ongoing.orders()).toEqual([]);
  });

  test('scientific notation in a quantity', async () => {
    const body = JSON.stringify(order()).replace('"numberOfItems":2', '"numberOfItems":2e0');
    const answer = await stage.call('PUT', '/orders', { body });
    expect(answer.words).toMatch(/numberOfItems must be a decimal/);
    expect(answer.status).toBe(400);
  });

  test('a body that is not JSON', async () => {
    expect((await stage.call('PUT', '/orders', { body: '{' })).status).toBe(400);
    expect((await stage.call('PUT', '/orders', { body: '[]' })).status).toBe(400);
  });

  test('an article with an unknown member or a wrong type', async () => {
    const put = (body: unknown) => stage.call('PUT', '/articles', { body });
    const article = { goodsOwnerId: 101, articleNumber: 'B1' };
    expect((await put({ ...article, currencyCode: 'NOK' })).words).toMatch(/currencyCode/);
    expect((await put({ ...article, weight: '0.5' })).words).toMatch(/weight must be a decimal/);
    expect((await put({ ...article, articleName: 'x'.repeat(201) })).words).toMatch(/200/);
    expect((await put({ goodsOwnerId: 101 })).words).toMatch(/articleNumber is required/);
    expect(stage.ongoing.article('B1')).toBeUndefined();
  });
});

describe('how a request comes', () => {
  test('with other credentials, or none: 401', async () => {
    for (const credentials of ['sandbox:wrong', 'other:sandbox', '']) {
      const answer = await stage.call('GET', '/orders/statuses', { credentials });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toMatch(/^Basic/);
    }
  });

  test('for another goods owner: 403', async () => {
    expect((await stage.put({ goodsOwnerId: 102 })).status).toBe(403);
    const read = await stage.call('GET', '/orders', { query: { goodsOwnerId: 102 } });
    expect(read.status).toBe(403);
  });

  test('for another warehouse, path or method: 404', async () => {
    expect((await stage.call('GET', '/orders/statuses', { warehouse: 'syd' })).status).toBe(404);
    expect((await stage.call('GET', '/suppliers')).status).toBe(404);
    expect((await stage.call('PATCH', '/orders')).status).toBe(404);
  });

  test('a PUT with another Content-Type: 415', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await stage.call('PUT', '/orders', { body: order(), headers })).status).toBe(415);
  });

  test('a PUT without Content-Length: 411', async () => {
    const status = await new Promise((resolve, reject) => {
      const chunked = rawRequest(
        `${stage.sandbox.url}/ongoing/nord/api/v1/orders`,
        {
          method: 'PUT',
          auth: 'sandbox:sandbox',
          headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
        },
        (response) => resolve(response.resume().statusCode),
      );
      chunked.on('error', reject);
      chunked.end(JSON.stringify(order()));
    });
    expect(status).toBe(411);
  });

  test("with Node's own fetch: 500, as the vendor's servers do", async () => {
    const response = await fetch(`${stage.sandbox.url}/ongoing/nord/api/v1/orders/statuses`, {
      headers: { authorization: `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}` },
    });
    expect(response.status).toBe(500);
    await response.text();
  });

  test('the member of a refusal is spelt now so, now so', async () => {
    const spellings = new Set<string>();
    for (let times = 0; times < 2; times += 1) {
      const { json } = await stage.put({ orderNumber: '' });
      spellings.add(Object.keys(json).join());
    }
    expect(spellings).toEqual(new Set(['Message', 'message']));
  });
});

describe('query parameters', () => {
  const ask = (query: Record<string, string | number>, path = '/orders') =>
    stage.call('GET', path, { query: { goodsOwnerId: 101, ...query } });

  test('unknown, repeated or misspelt ones are refused', async () => {
    expect((await ask({ orderNumer: '1' })).words).toMatch(/orderNumer is not a known/);
    expect((await ask({ page: 1 })).status).toBe(400);
    const twice = { query: { goodsOwnerId: 101, orderNumber: ['1', '2'] } };
    expect((await stage.call('GET', '/orders', twice)).words).toMatch(/can't be repeated/);
    expect((await stage.call('GET', '/orders')).words).toMatch(/goodsOwnerId is required/);
  });

  test('a lax warehouse ignores unknown ones', async () => {
    const lax = await stageWarehouse({ strictQuery: false });
    const query = { goodsOwnerId: 101, page: 1 };
    expect((await lax.call('GET', '/orders', { query })).status).toBe(200);
    await lax.sandbox.close();
  });

  test('numbers, flags and times have one form', async () => {
    expect((await ask({ maxOrdersToGet: 'ten' })).status).toBe(400);
    expect((await ask({ maxOrdersToGet: 0 })).status).toBe(400);
    expect((await ask({ orderStatusChangedTimeFrom: '2026-11-24' })).status).toBe(400);
    expect((await ask({ orderStatusChangedTimeFrom: '2026-11-24T10:00:00' })).status).toBe(400);
    // A plus sign that isn't encoded arrives as a blank.
    expect((await ask({ orderStatusChangedTimeFrom: '2026-11-24T10:00:00 01:00' })).status).toBe(
      400,
    );
    expect((await ask({ orderStatusChangedTimeFrom: '2020-11-24T10:00:00+01:00' })).status).toBe(
      200,
    );
    expect((await ask({ onlyArticlesInStock: 'yes' }, '/articles')).status).toBe(400);
  });

  test('windows that reach back too far are refused', async () => {
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    expect((await ask({ stockInfoChangedFrom: ago(23.9) }, '/articles')).status).toBe(200);
    expect((await ask({ stockInfoChangedFrom: ago(24.1) }, '/articles')).status).toBe(400);
    expect((await ask({ orderUpdatedTimeFrom: ago(47) })).status).toBe(200);
    expect((await ask({ orderUpdatedTimeFrom: ago(49) })).status).toBe(400);
    expect((await ask({ orderStatusChangedTimeFrom: ago(9_999) })).status).toBe(200);
  });

  test('filters that are not simulated say so', async () => {
    expect((await ask({ shipmentId: 1 })).words).toMatch(/doesn't simulate the filter shipmentId/);
  });
});
