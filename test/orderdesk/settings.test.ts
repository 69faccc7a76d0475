import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { vendorStatuses } from '../../sandbox/ongoing/statuses.ts';
import type { OrderDeskSandbox } from '../../sandbox/orderdesk/orderdesk.ts';
import { eventually } from '../world/eventually.ts';
import { World, type WorldOptions } from '../world/world.ts';

/*
 * Every setting of the integration, and where a test fails when it is ignored. The cases of a setting
 * are tables beside the mapping; here each goes once from the file, over the store's wire, to the
 * warehouse's wire or back.
 *
 * setting                            here            cases: test/systems/orderdesk/…
 * folders, names and ids             folders         folders.test, feed.test
 * cancelFolders                      folders         folders.test, feed.test
 * afterImport                        folders         reporting.test
 * onError                            folders         reporting.test
 * orderNumber                        the id          mapping.test
 * defaultMailClass                   travels         mapping.test
 * shippingClassMatch                 travels         mapping.test
 * defaultCurrency                    currency        mapping.test
 * notify.email, .sms, .phone         is told         mapping.test
 * products.codeMatch                 products        mapping.test
 * products.codeSkip                  products        mapping.test
 * products.inventoryLocations        products        mapping.test, feed.test
 * products.picklistMessageField      details         mapping.test
 * products.giftMessageField          details         mapping.test
 * SalesCode … DoorCode               details         mapping.test
 * SerialNumber, NotPicked            details         mapping.test
 * shipments.afterShipment            folders         reporting.test
 * shipments.reportAt                 reportAt        reporting.test
 * shipments.waitForTracking          waitForTracking reporting.test
 * shipments.followUp                 followUp        lifecycle.test (beside this file)
 *
 * That every key reaches the adapter is test/connections/orderdesk-settings.test.ts.
 */

type Placed = Partial<Parameters<OrderDeskSandbox['addOrder']>[0]>;

const articles = ['SKU1', 'SKU2', 'SKU3', 'GIFTCARD', 'AWAY'];

async function openWorld(options: WorldOptions = {}, folders = {}): Promise<World> {
  const world = await World.open({ shop: { bucket: null, ...folders }, ...options });
  for (const articleNumber of articles) world.wms.addArticle({ articleNumber });
  return world;
}

let serial = 0;

function place(world: World, order: Placed = {}): string {
  serial += 1;
  return world.shop.addOrder({
    source_id: `WEB-${serial}`,
    email: 'kari@example.org',
    shipping: {
      first_name: 'Kari',
      last_name: 'Nordmann',
      address1: 'Fjellveien 7',
      city: 'Oslo',
      postal_code: '0880',
      country: 'NO',
      phone: '+47 900 00 002',
    },
    order_items: [{ name: 'Cap', code: 'SKU1', quantity: '2', price: '199.50' }],
    ...order,
  }).id;
}

const numberOf = (world: World, id: string): string => world.shop.order(id)?.source_id ?? '';

async function send(world: World, ...ids: string[]): Promise<void> {
  await world.importOrders();
  for (const id of ids) {
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
  }
}

/** Places an order, and gives what the warehouse received of it. */
async function sent(world: World, order: Placed = {}): Promise<unknown> {
  const id = place(world, order);
  await send(world, id);
  return world.wms.puts(numberOf(world, id)).at(-1)?.body;
}

async function movedTo(world: World, id: string, folder: string): Promise<void> {
  await eventually(() => world.shop.order(id)?.folder === folder, { what: `it is in ${folder}` });
}

describe('what the warehouse receives', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({
      orders: {
        defaultMailClass: 'BRING/1202',
        shippingClassMatch: {
          'Free shipping': 'BRING/1000',
          'Pick up': { wayOfDelivery: 'PICKUP' },
        },
        defaultCurrency: 'NOK',
        notify: { email: true, sms: false, phone: true },
        products: {
          codeMatch: { SET: 'SKU1,SKU2,SKU2', OLD: 'SKU3' },
          codeSkip: ['GIFTCARD'],
          picklistMessageField: 'Picklist message',
          giftMessageField: 'Gift message',
          inventoryLocations: ['Ongoing WMS'],
        },
      },
    });
    for (const code of ['SKU1', 'SET', 'OLD', 'GIFTCARD']) {
      world.shop.addInventoryItem({ code, location: 'Ongoing WMS' });
    }
    world.shop.addInventoryItem({ code: 'AWAY', location: 'Bergen' });
  });
  afterAll(async () => await world.close());

  test.each<[string, string, object]>([
    [
      'the row of its method',
      'Free shipping',
      { transporter: { transporterCode: 'BRING', transporterServiceCode: '1000' } },
    ],
    ['a row’s way of delivery', 'Pick up', { wayOfDelivery: { code: 'PICKUP' } }],
    ['the warehouse’s own name', 'PICKUP', { wayOfDelivery: { code: 'PICKUP' } }],
    [
      'the default mail class',
      'Drone',
      { transporter: { transporterCode: 'BRING', transporterServiceCode: '1202' } },
    ],
  ])('travels by %s', async (_what, shipping_method, expected) => {
    expect(await sent(world, { shipping_method })).toMatchObject(expected);
  });

  test('has the default currency, unless the order names its own', async () => {
    const priced = (currencyCode: string) => ({
      orderLines: [{ prices: { linePrice: 199.5, currencyCode } }],
    });
    expect(await sent(world)).toMatchObject(priced('NOK'));
    const inKronor = { order_metadata: { currency: 'SEK' } };
    expect(await sent(world, inKronor)).toMatchObject(priced('SEK'));
  });

  test('is told to whom it is told, and how', async () => {
    expect(await sent(world)).toMatchObject({
      emailNotification: { toBeNotified: true, value: 'kari@example.org' },
      smsNotification: { toBeNotified: false },
      telephoneNotification: { toBeNotified: true, value: '+47 900 00 002' },
    });
  });

  test('takes products apart, leaves out what is skipped or kept elsewhere', async () => {
    const body = await sent(world, {
      order_items: [
        { code: 'SET', quantity: '2' },
        { code: 'OLD', quantity: '1' },
        { code: 'GIFTCARD', quantity: '1' },
        { code: 'AWAY', quantity: '1' },
      ],
    });
    const { orderLines } = body as { orderLines: Record<string, unknown>[] };
    expect(
      orderLines.map(({ articleNumber, numberOfItems }) => [articleNumber, numberOfItems]),
    ).toEqual([
      ['SKU1', 2],
      ['SKU2', 4],
      ['SKU3', 1],
    ]);
  });

  test('has the details of the order and of its items', async () => {
    const body = await sent(world, {
      checkout_data: {
        SalesCode: 'WEB',
        'Delivery instructions': 'At the back door',
        Remark: 'Pack with care',
        'Picklist message': 'Fragile',
        'Gift message': 'Hurrah',
      },
      order_metadata: { ServicePointCode: '127406', OrderType: 'B2C', DoorCode: '4711' },
      order_items: [
        { code: 'SKU1', quantity: '1', metadata: { SerialNumber: 'SN-1' } },
        { code: 'SKU1', quantity: '1', variation_list: { NotPicked: '1' } },
      ],
    });
    expect(body).toMatchObject({
      salesCode: 'WEB',
      deliveryInstruction: 'At the back door',
      servicePointCode: '127406',
      orderType: { code: 'B2C' },
      orderRemark: 'Pack with care\nFragile\nHurrah',
      consignee: { doorCode: '4711' },
      orderLines: [{ serialNumber: 'SN-1' }, { shouldBePicked: false }],
    });
  });
});

describe('what is off unless it is asked for', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ orders: { notify: { sms: true } } });
  });
  afterAll(async () => await world.close());

  test('only the SMS is sent', async () => {
    expect(await sent(world)).toMatchObject({
      emailNotification: { toBeNotified: false },
      smsNotification: { toBeNotified: true, value: '+47 900 00 002' },
      telephoneNotification: { toBeNotified: false },
    });
  });

  test('codes are articles, no item is left out, and the remark is the remark alone', async () => {
    const body = await sent(world, {
      shipping_method: 'Drone',
      checkout_data: { Remark: 'Pack with care', 'Picklist message': 'Fragile' },
      order_items: [
        { code: 'GIFTCARD', quantity: '1', price: '5' },
        { code: 'AWAY', quantity: '1' },
      ],
    });
    expect(body).toMatchObject({
      orderRemark: 'Pack with care',
      advanced: { wayOfDeliveryString: 'Drone' },
      orderLines: [{ articleNumber: 'GIFTCARD' }, { articleNumber: 'AWAY' }],
    });
    expect(JSON.stringify(body)).not.toContain('currencyCode');
  });
});

describe('folders of the shop’s own', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(
      {
        orders: {
          folders: ['To send', '31'],
          cancelFolders: ['40'],
          afterImport: '50',
          onError: 'Trouble',
        },
        shipments: { afterShipment: 'Gone', waitForTracking: '0s', followUp: '0s' },
      },
      {
        folders: {
          '20': 'New',
          '30': 'To send',
          '31': 'To send abroad',
          '40': 'Stopped',
          '50': 'At the warehouse',
          '60': 'Gone',
          '70': 'Trouble',
        },
      },
    );
  });
  afterAll(async () => await world.close());

  /** Places an order and puts it into a folder, as a person does. */
  function placeIn(folder: string, order: Placed = {}): string {
    const id = place(world, order);
    world.shop.moveOrder(id, folder);
    return id;
  }

  test('are taken from, by name and by id, and no other one is', async () => {
    const other = placeIn('New');
    const byName = placeIn('To send');
    const byId = placeIn('To send abroad');
    await send(world, byName, byId);
    expect(world.wms.order(numberOf(world, other))).toBeUndefined();
    await movedTo(world, byName, 'At the warehouse');
    await movedTo(world, byId, 'At the warehouse');
  });

  test('are where a shipped order goes', async () => {
    const id = placeIn('To send');
    await send(world, id);
    await movedTo(world, id, 'At the warehouse');
    world.wms.ship(numberOf(world, id), { waybills: ['1'] });
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    expect(world.shop.order(id)?.folder).toBe('Gone');
  });

  test('stop an order', async () => {
    const id = placeIn('To send');
    await send(world, id);
    await movedTo(world, id, 'At the warehouse');
    world.shop.moveOrder(id, 'Stopped');
    await world.importOrders();
    expect((await world.result(id)).stage).toBe('cancelled');
  });

  test('hold what needs a person', async () => {
    const id = placeIn('To send', { order_items: [{ name: 'Secret', code: '', quantity: '1' }] });
    await world.importOrders();
    await movedTo(world, id, 'Trouble');
    expect(world.shop.notes(id)).toHaveLength(1);
  });
});

test('nothing is moved where no folder is named', async () => {
  const world = await openWorld({
    orders: { afterImport: null, orderNumber: 'id' },
    shipments: { afterShipment: null, waitForTracking: '0s', followUp: '0s' },
  });
  try {
    const id = place(world);
    const bad = place(world, { order_items: [{ name: 'Secret', code: '', quantity: '1' }] });
    await send(world, id);
    await world.until(bad, 'it needs attention', ({ attention }) => attention.length > 0);
    // The warehouse's order is called by Order Desk's id, and names the shop's number beside it.
    expect(world.wms.puts(id).at(-1)?.body).toMatchObject({
      goodsOwnerOrderId: id,
      referenceNumber: numberOf(world, id),
    });
    world.wms.ship(id, { waybills: ['1'] });
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    expect(world.shop.shipments(id)).toHaveLength(1);
    expect(world.shop.moves()).toEqual([]);
  } finally {
    await world.close();
  }
});

describe('reportAt', () => {
  /** Once an order that has shipped was told in the same run, one that wasn't told won't be. */
  async function othersAreReported(world: World, other: string, status: number): Promise<void> {
    world.wms.ship(numberOf(world, other), { waybills: ['2'], status });
    await world.trackShipments();
    expect((await world.result(other)).stage).toBe('completed');
  }

  test.each<[string | number, number, number]>([
    ['collected', 450, 500],
    [475, 450, 475],
    ['shipped', 400, 450],
  ])('%s: not at %i, at %i', async (reportAt, before, from) => {
    const world = await openWorld({
      shipments: { reportAt, waitForTracking: '0s', followUp: '0s' },
      wms: { statuses: [...vendorStatuses, { number: 475, text: 'Loaded' }] },
    });
    try {
      const id = place(world);
      const other = place(world);
      await send(world, id, other);
      world.wms.ship(numberOf(world, id), { waybills: ['1'], status: before });
      await othersAreReported(world, other, from);
      expect((await world.status(id)).stage).toBe('in warehouse');
      expect(world.shop.shipments(id)).toEqual([]);
      world.wms.setStatus(numberOf(world, id), from);
      await world.trackShipments();
      expect((await world.result(id)).stage).toBe('completed');
      expect(world.shop.shipments(id)).toHaveLength(1);
    } finally {
      await world.close();
    }
  });

  test('available: as soon as tracking is there, not before it is picked', async () => {
    const world = await openWorld({
      shipments: { reportAt: 'available', waitForTracking: '1h', followUp: '0s' },
    });
    try {
      const id = place(world);
      const other = place(world);
      await send(world, id, other);
      world.wms.addWaybill(numberOf(world, id), '1');
      world.wms.setStatus(numberOf(world, id), 300);
      await othersAreReported(world, other, 450);
      expect((await world.status(id)).stage).toBe('in warehouse');
      expect(world.shop.shipments(id)).toEqual([]);
      world.wms.setStatus(numberOf(world, id), 400);
      await world.trackShipments();
      expect((await world.result(id)).stage).toBe('completed');
      expect(world.shop.shipments(id)).toHaveLength(1);
    } finally {
      await world.close();
    }
  });
});

test('waitForTracking: what has left without tracking is told only after it', async () => {
  const world = await openWorld({ shipments: { waitForTracking: '6s', followUp: '0s' } });
  try {
    const waits = place(world);
    const comes = place(world);
    await send(world, waits, comes);
    const began = Date.now();
    for (const id of [waits, comes]) world.wms.ship(numberOf(world, id), { waybills: [] });
    await world.trackShipments();
    world.wms.addWaybill(numberOf(world, comes), '1');
    await world.trackShipments();
    expect((await world.result(comes)).stage).toBe('completed');
    expect((await world.result(waits)).stage).toBe('completed');
    expect(Date.now() - began).toBeGreaterThan(5_500);
    const numbers = (id: string) =>
      world.shop.shipments(id).map(({ tracking_number }) => tracking_number);
    expect([numbers(comes), numbers(waits)]).toEqual([['1'], ['n/a']]);
  } finally {
    await world.close();
  }
});

test('followUp: without it an order ends with its report, and late parcels are nobody’s', async () => {
  const world = await openWorld({ shipments: { waitForTracking: '0s', followUp: '0s' } });
  try {
    const id = place(world);
    await send(world, id);
    world.wms.ship(numberOf(world, id), { waybills: ['1'] });
    await world.trackShipments();
    expect((await world.result(id)).stage).toBe('completed');
    world.wms.addWaybill(numberOf(world, id), '2');
    await world.trackShipments();
    expect(world.shop.shipments(id)).toHaveLength(1);
  } finally {
    await world.close();
  }
});
