import { describe, expect, test } from 'vitest';

import { audit } from '../../sandbox/audit.ts';
import type { SourceFact, WarehouseFact } from '../../sandbox/facts.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString();

const source = (members: Partial<SourceFact> = {}): SourceFact => ({
  id: '7',
  number: '7',
  status: 'Confirmed',
  changedAt: at(0),
  wanted: true,
  cancelled: false,
  bad: false,
  reports: [],
  ...members,
});

const held = (members: Partial<WarehouseFact> = {}): WarehouseFact => ({
  goodsOwnerId: 101,
  number: '7',
  goodsOwnerOrderId: '7',
  status: 200,
  shippedAt: null,
  foreign: false,
  ...members,
});
const shipped = { status: 450, shippedAt: at(5) };

const told = (ends: Partial<Parameters<typeof audit>[0]>) =>
  audit({ source: [source()], warehouse: [held()], settled: true, ...ends });

describe('the audit', () => {
  test('finds nothing where everything is right', () => {
    expect(told({})).toEqual([]);
    const reported = source({ status: 'OrderState_Sent', reports: [at(6)] });
    expect(told({ source: [reported], warehouse: [held(shipped)] })).toEqual([]);
    expect(told({ source: [source({ bad: true })], warehouse: [] })).toEqual([]);
    const anothers = held({ goodsOwnerId: 201, goodsOwnerOrderId: '8' });
    const both = [source(), source({ id: '8' })];
    expect(told({ source: both, warehouse: [held(), anothers] })).toEqual([]);
    const typedIn = held({ number: '8', goodsOwnerOrderId: null, foreign: true });
    expect(told({ warehouse: [held(), typedIn] })).toEqual([]);
  });

  test.each<[string, Partial<SourceFact>, WarehouseFact[], RegExp]>([
    ['lost', {}, [], /7 never reached the warehouse/],
    ['twice by number', {}, [held(), held({ goodsOwnerOrderId: '7' })], /7 is 2 times at/],
    ['twice by id', {}, [held(), held({ number: '7-B' })], /Source order 7 is 2 times/],
    ['under another number', {}, [held({ number: '8' })], /7 is called 8/],
    ['without the id', {}, [held(), held({ number: '9', goodsOwnerOrderId: null })], /9 doesn't/],
    [
      'from nowhere',
      {},
      [held(), held({ number: '9', goodsOwnerOrderId: '9' })],
      /no source order/,
    ],
    ['bad, yet there', { bad: true }, [held()], /can't be mapped, yet/],
    ['never reported', {}, [held(shipped)], /has shipped, yet it was never reported/],
    ['reported twice', { reports: [at(6), at(7)] }, [held(shipped)], /reported 2 times/],
    ['reported early', { reports: [at(4)] }, [held(shipped)], /reported before it shipped/],
    ['reported unshipped', { reports: [at(4)] }, [held({ status: 400 })], /hasn't shipped/],
    ['reported, yet absent', { reports: [at(4)], wanted: false }, [], /isn't at the warehouse/],
    ['cancelled, yet open', { cancelled: true, wanted: false }, [held()], /yet open at/],
  ])('tells of an order that is %s', (_what, members, warehouse, words) => {
    expect(told({ source: [source(members)], warehouse }).join('\n')).toMatch(words);
  });

  test('while work goes on, what is only late is no problem', () => {
    expect(told({ warehouse: [], settled: false })).toEqual([]);
    expect(told({ warehouse: [held(shipped)], settled: false })).toEqual([]);
    const cancelled = source({ cancelled: true, wanted: false });
    expect(told({ source: [cancelled], settled: false })).toEqual([]);
    expect(told({ source: [source({ reports: [at(4)] })], settled: false })).toHaveLength(1);
  });

  test('a report at the very instant of shipping is not early', () => {
    const reported = source({ reports: [at(5)] });
    expect(told({ source: [reported], warehouse: [held(shipped)] })).toEqual([]);
  });

  test('an order that a person moved on at the source needs no report', () => {
    const invoiced = source({ status: 'Invoiced', wanted: false });
    expect(told({ source: [invoiced], warehouse: [held(shipped)] })).toEqual([]);
  });
});
