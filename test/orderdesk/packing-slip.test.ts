import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pdf, says, type SlipHost, startSlipHost } from '../systems/packing-slip/slip-host.ts';
import { eventually } from '../world/eventually.ts';
import { World } from '../world/world.ts';

describe('a packing slip that an order of Order Desk names', () => {
  let world: World;
  let host: SlipHost;
  beforeAll(async () => {
    host = await startSlipHost();
    world = await World.open({
      shop: { bucket: null },
      orders: { onError: 'WMS Errors', packingSlipHosts: ['127.0.0.1'] },
      shipments: { followUp: '0s', waitForTracking: '0s' },
    });
    world.wms.addArticle({ articleNumber: 'SKU1' });
  });
  afterAll(async () => {
    await world.close();
    await host.close();
  });

  const urlOf = (path: string, name = '127.0.0.1') =>
    `http://${name}:${host.port}${path}?key=secret`;
  const number = (id: string): string => world.shop.order(id)?.source_id ?? '';
  const files = (id: string) => world.wms.files(number(id));
  const story = async (id: string) => (await world.status(id)).story.map(({ text }) => text);

  async function imported(url: string): Promise<string> {
    const { id } = world.shop.addOrder({
      source_id: `WEB-${world.shop.orders().length + 1}`,
      shipping: { last_name: 'Test', address1: 'Street 1', city: 'Oslo', country: 'NO' },
      order_items: [{ name: 'Cap', code: 'SKU1', quantity: '2', price: '199.50' }],
      checkout_data: { PackingSlip: url },
    });
    await world.importOrders();
    await eventually(() => world.shop.order(id)?.folder === 'Prepared', { what: 'the move' });
    return id;
  }

  test('is with the warehouse’s order before Order Desk is told, and again when it changes', async () => {
    const id = await imported(urlOf('/slip.pdf'));
    const name = `packing-slip-${number(id)}.pdf`;
    const base64 = pdf.toString('base64');
    expect(files(id)).toEqual([
      { fileId: expect.any(Number), name, mimeType: 'application/pdf', base64 },
    ]);
    expect(await world.attention(id)).toEqual([]);

    const other = Buffer.concat([pdf, Buffer.from('2')]);
    host.pages.set('/other.pdf', says(200, other));
    world.shop.editOrder(id, { checkout_data: { PackingSlip: urlOf('/other.pdf') } });
    await world.importOrders();
    const replaced = () => files(id)[0]?.base64 === other.toString('base64');
    await eventually(replaced, { what: 'the other packing slip' });
    expect(files(id)).toHaveLength(1);
  });

  test('holds nothing where it can’t be fetched, and is attached on resend', async () => {
    const id = await imported(urlOf('/late.pdf'));
    // Its place is Prepared and not WMS Errors: the warehouse works on it.
    expect(await world.attention(id)).toEqual(['packing slip']);
    const notes = world.shop.notes(id).map(({ note }) => note);
    expect(notes).toHaveLength(2);
    expect(notes.join()).toContain('HTTP 404');
    expect(JSON.stringify([notes, await world.status(id)])).not.toContain('secret');
    expect(files(id)).toEqual([]);

    host.pages.set('/late.pdf', says(200, pdf));
    expect(await world.ask(id, 'resend')).toMatchObject({ outcome: 'done' });
    await eventually(() => files(id).length === 1, { what: 'the packing slip' });
    await world.until(id, 'all is well', ({ attention }) => attention.length === 0);
  });

  test('that isn’t there when the goods leave doesn’t keep the order from completing', async () => {
    const id = await imported(urlOf('/never.pdf'));
    expect(await world.attention(id)).toEqual(['packing slip']);
    world.wms.ship(number(id), { waybills: ['370000000001'] });
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    expect(world.shop.order(id)?.folder).toBe('Closed');
  });

  test('is not fetched from a host in our own network that nobody allowed', async () => {
    const before = host.received.length;
    const id = await imported(urlOf('/slip.pdf', 'localhost'));
    expect((await story(id)).join()).toContain(`isn’t fetched from localhost:${host.port}`);
    expect(host.received).toHaveLength(before);
    expect(files(id)).toEqual([]);
  });
});
