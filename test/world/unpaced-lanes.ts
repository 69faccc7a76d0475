import { Lanes } from '../../src/temporal/lanes.ts';
import type { Lane, LaneOptions } from '../../src/systems/kit/pacing/rate-limiter.ts';

/** Lanes that keep how many calls are made at a time, and forget how many in a second. */
export class UnpacedLanes extends Lanes {
  override of(key: string, { perInterval: _pace, ...options }: LaneOptions): Lane {
    return super.of(key, options);
  }
}
