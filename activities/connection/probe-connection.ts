import { priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import { vendorCall } from '../vendor-call.ts';

/** One cheap call to a system in trouble. It throws while the trouble lasts. */
export function probeSource({ connection }: ActivityDependencies) {
  return {
    async probeSource(): Promise<void> {
      await connection().source.probe(vendorCall(priorities.operator));
    },
  };
}

/** The same for the warehouse. */
export function probeWarehouse({ connection }: ActivityDependencies) {
  return {
    async probeWarehouse(): Promise<void> {
      await connection().warehouse.probe(vendorCall(priorities.operator));
    },
  };
}
