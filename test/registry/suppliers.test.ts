import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { World } from '../world/world.ts';
import { articlePuts, callsOf } from './catalogue.ts';

const knitters = {
  Name: 'Strikkeriet AS',
  Type: 'Supplier',
  Addresses: {
    Post: { Street: 'Ullveien 3', PostalCode: '5003', PostalArea: 'Bergen', Country: 'Norway' },
  },
} as const;

describe('the supplier registry', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ workers: false });
    // Switched on only now, so that the schedule that `apply` made stays paused.
    await world.configure({ suppliers: { enabled: true } });
    await world.startWorkers();
  });
  afterAll(async () => await world.close());

  const run = async (process: 'articles' | 'suppliers', full = false) => {
    world.sandbox.forget();
    return await world.sync(process, full);
  };
  const supplierOf = (number: string): unknown =>
    (world.wms.article(number)?.body as { supplierInfo?: unknown } | undefined)?.supplierInfo;

  test('lets one without articles wait, and sends it along with its first article', async () => {
    const { Id } = world.erp.addCustomer(knitters);
    const waiting = await run('suppliers');
    expect(waiting.report).toMatchObject({
      read: 1,
      skipped: { 'waits for its first article': 1 },
    });
    expect(articlePuts(world)).toBe(0);

    world.erp.addProduct({ No: 'K-1', Name: 'Cap', SupplierId: Id });
    world.erp.addProduct({ No: 'K-2', Name: 'Stone' });
    const { report } = await run('articles');
    expect(report.done).toEqual({ created: 2 });
    expect(supplierOf('K-1')).toEqual({
      supplierNumber: Id,
      supplierName: 'Strikkeriet AS',
      advanced: {
        supplierAddress: {
          name: 'Strikkeriet AS',
          address: 'Ullveien 3',
          postCode: '5003',
          city: 'Bergen',
          countryCode: 'NO',
        },
      },
    });
    expect(supplierOf('K-2')).toBeUndefined();
  });

  test('sends one that changed with its articles, without reading the catalogue', async () => {
    const Id = world.erp.products().find(({ No }) => No === 'K-1')!.SupplierId!;
    world.erp.addProduct({ No: 'K-3', Name: 'Mitten', SupplierId: Id });
    await run('articles');
    // The map of products to suppliers is there from now on.
    await run('suppliers');
    world.erp.addCustomer({
      ...knitters,
      Id,
      Addresses: { Post: { ...knitters.Addresses.Post, City: 'Voss', Street: 'Ullveien 5' } },
    });
    const { report } = await run('suppliers');
    expect(report.done).toMatchObject({ 'sent with their articles': 1, updated: 2 });
    expect(articlePuts(world)).toBe(2);
    // Two joined look-ups at the ERP, whatever the size of the catalogue: companies, and by id products.
    expect(callsOf(world, '24sevenoffice', 'GetCompanies')).toBe(1);
    expect(callsOf(world, '24sevenoffice', 'GetProducts')).toBe(1);
    expect(world.sandbox.requests({ operation: 'GetProducts' })[0]?.body).toContain('ProductIds');
    for (const number of ['K-1', 'K-3']) {
      expect(supplierOf(number)).toMatchObject({
        advanced: { supplierAddress: { address: 'Ullveien 5', city: 'Voss' } },
      });
    }
  });

  test('sends a customer that a product names as its supplier: roles overlap', async () => {
    const both = world.erp.addCustomer({ Name: 'Begge Deler AS', Type: 'Business' });
    world.erp.addProduct({ No: 'K-4', Name: 'Sock', SupplierId: both.Id });
    await run('articles');
    expect(supplierOf('K-4')).toMatchObject({ supplierNumber: both.Id });
    world.erp.addCustomer({ ...both, Name: 'Begge Deler Norge AS' });
    const { report } = await run('suppliers');
    expect(report.done).toMatchObject({ updated: 1 });
    expect(supplierOf('K-4')).toMatchObject({ supplierName: 'Begge Deler Norge AS' });
  });

  test('does nothing for customers that deliver nothing', async () => {
    world.erp.addCustomer({ Name: 'Kunde AS' });
    const { report } = await run('suppliers');
    expect(report).toMatchObject({ read: 1, done: {}, skipped: { 'no supplier': 1 } });
    expect(articlePuts(world)).toBe(0);
  });

  test('sends no supplier twice when nothing changed', async () => {
    const { report } = await run('suppliers');
    expect(report).toMatchObject({ read: 0 });
    expect(world.sandbox.counts()).toEqual({ '24sevenoffice': { GetCompanies: 1 } });
  });

  test('tells a supplier that can’t be read as failed, and the articles go on', async () => {
    const { Id } = world.erp.addCustomer({ Type: 'Supplier' });
    world.erp.addProduct({ No: 'K-5', Name: 'Nameless', SupplierId: Id });
    const { report } = await run('articles');
    expect(report.failed).toEqual([
      { name: `Supplier ${Id}`, why: expect.stringContaining('has no name') as string },
    ]);
    expect(world.wms.article('K-5')).toBeDefined();
  });
});

test('without the process an article goes without its supplier', async () => {
  const world = await World.open();
  try {
    const { Id } = world.erp.addCustomer(knitters);
    world.erp.addProduct({ No: 'K-1', Name: 'Cap', SupplierId: Id });
    await world.sync('articles');
    expect(world.wms.article('K-1')?.body).not.toHaveProperty('supplierInfo');
    expect(callsOf(world, '24sevenoffice', 'GetCompanies')).toBe(0);
  } finally {
    await world.close();
  }
});
