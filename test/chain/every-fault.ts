import { faultKinds } from '../../sandbox/24sevenoffice/fault-kinds.ts';
import { Faults, type FaultWish, type OperationPattern } from '../../sandbox/faults.ts';
import { ongoingFaultKinds } from '../../sandbox/ongoing/fault-replies.ts';
import { orderDeskFaultKinds } from '../../sandbox/orderdesk/fault-replies.ts';
import type { SandboxVendor } from '../../sandbox/vendor.ts';
import type { World } from '../world/world.ts';

/** The share of a vendor's calls that fail. */
const failingShare = 0.1;

/** What can happen to the connection itself, short enough for a test. */
const connectionFaults = [
  { kind: 'reset' },
  { kind: 'lost' },
  { kind: 'timeout', when: 'after', ms: 1_000 },
  { kind: 'slow', ms: 700 },
] as const;

/** A vendor that answers so has not carried the request out: it counts, or asks who is there. */
const refusesFirst = new Set(['429', '429date', 'text429', 'quarantine', 'expired', 'empty503']);

/** What each vendor can answer. A rejected login lasts until somebody corrects the configuration. */
const answers = {
  '24sevenoffice': faultKinds,
  ongoing: ongoingFaultKinds.filter((kind) => kind !== '401'),
  orderdesk: orderDeskFaultKinds,
} as const;

/** Which operations a kind makes sense for, where not for all. */
const operationsOf: Readonly<Record<string, readonly OperationPattern[]>> = {
  // To a login, "not authenticated" would mean that it is rejected.
  expired: ['Get*', 'Save*'],
  nullOrderId: ['PUT /orders'],
};

/**
 * Lets one call in ten of both vendors fail, in every way they know and in every way that a
 * connection can, each with the same share. Gives the kinds by vendor.
 */
export function addEveryFault(world: World): readonly string[] {
  const { sandbox, erp, shop, wms } = world;
  const kinds: string[] = [];
  for (const vendor of [world.connection === 'havna' ? shop : erp, wms]) {
    const replies = answers[vendor.name as keyof typeof answers].map((kind) => ({
      kind,
      when: refusesFirst.has(kind) ? ('before' as const) : ('after' as const),
    }));
    const faults = [...replies, ...connectionFaults];
    const rate = failingShare / faults.length;
    for (const fault of faults) {
      kinds.push(`${vendor.name} ${fault.kind}`);
      for (const operation of operationsOf[fault.kind] ?? [undefined]) {
        const wish: FaultWish = {
          vendor: vendor.name,
          ...fault,
          rate,
          ...(operation === undefined ? {} : { operation }),
        };
        sandbox.faults.add({ ...wish, seed: evenSeed(vendor, wish, rate) });
      }
    }
  }
  return kinds;
}

/** A seed by which the fault hits once among as many calls as it takes on average. */
function evenSeed(vendor: SandboxVendor, wish: FaultWish, rate: number): number {
  const calls = Math.round(1 / rate);
  for (let seed = 1; ; seed += 1) {
    const trial = new Faults([vendor]);
    trial.add({ vendor: vendor.name, kind: wish.kind, rate, seed });
    for (let call = 0; call < calls; call += 1) trial.strike(vendor.name, '');
    if (trial.list()[0]?.hits === 1) return seed;
  }
}
