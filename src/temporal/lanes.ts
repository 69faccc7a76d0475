import { Lane, type LaneOptions } from '../systems/kit/pacing/rate-limiter.ts';

/** One lane per quota key in this process, however many connections share it. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();

  of(key: string, options: LaneOptions): Lane {
    const known = this.#lanes.get(key);
    if (known !== undefined) return known;
    const lane = new Lane(options);
    this.#lanes.set(key, lane);
    return lane;
  }
}
