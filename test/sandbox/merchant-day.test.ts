import { describe, expect, test } from 'vitest';

import { create24SevenOffice } from '../../sandbox/24sevenoffice/24sevenoffice.ts';
import { seedMerchant } from '../../sandbox/demonstration/seeds/merchant.ts';
import { createMerchantDay } from '../../sandbox/demonstration/merchant-day.ts';
import { merchantSide } from '../../sandbox/merchant-side.ts';

const now = () => new Date('2026-11-22T08:00:00Z');

function day(seed: number, mostOrders: number) {
  const erp = create24SevenOffice({ now });
  seedMerchant(erp, { orders: 6, products: 5, customers: 4, seed: 1 });
  const merchant = createMerchantDay(erp, { seed, mostOrders });
  while (merchant.step());
  return erp;
}

describe("the merchant's day", () => {
  test('brings orders up to the bound, with changes, cancels and mistakes among them', () => {
    const erp = day(1, 80);
    const facts = merchantSide(erp).facts();
    expect(facts).toHaveLength(80);
    const share = (which: (fact: (typeof facts)[number]) => boolean) =>
      facts.filter(which).length / facts.length;
    expect(share((fact) => fact.bad)).toBeGreaterThan(0.01);
    expect(share((fact) => fact.bad)).toBeLessThan(0.2);
    expect(share((fact) => fact.cancelled)).toBeGreaterThan(0.03);
    expect(share((fact) => fact.cancelled)).toBeLessThan(0.3);
    const rows = erp.orders().flatMap((order) => order.InvoiceRows.map((row) => row.RowId));
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('is the same again for the same seed', () => {
    const [again, same, other] = [day(3, 40), day(3, 40), day(4, 40)];
    expect(again.orders()).toEqual(same.orders());
    expect(again.orders()).not.toEqual(other.orders());
    expect(again.products()).toEqual(same.products());
    expect(again.companies()).toEqual(same.companies());
  });

  test('renames products and moves suppliers now and then, and nothing else of them', () => {
    const [before, after] = [day(1, 6), day(1, 40)];
    const renamed = after.products().filter(({ Id, Name }) => before.product(Id)?.Name !== Name);
    expect(renamed.length).toBeGreaterThan(0);
    for (const { Id, Name, DateChanged: _, ...rest } of renamed) {
      expect(before.product(Id)).toMatchObject(rest);
      expect(Name?.startsWith(`${before.product(Id)?.Name} – `)).toBe(true);
      expect(Name?.split(' – ')).toHaveLength(2);
    }
    const streetOf = (erp: typeof after, id: string) => erp.company(id)?.Addresses?.Post?.Street;
    const moved = after
      .companies()
      .filter(({ Id }) => streetOf(before, Id) !== streetOf(after, Id));
    expect(moved.length).toBeGreaterThan(0);
    for (const { Id, Type, Name, Addresses } of moved) {
      expect(Type).toBe('Supplier');
      expect(before.company(Id)).toMatchObject({
        Name,
        Addresses: { Post: { PostalCode: Addresses?.Post?.PostalCode } },
      });
    }
  });

  test('does nothing without any order to go by', () => {
    const erp = create24SevenOffice({ now });
    expect(createMerchantDay(erp, { mostOrders: 10 }).step()).toBe(false);
  });
});
