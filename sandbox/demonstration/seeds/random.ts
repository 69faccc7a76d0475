/** Chance that can be repeated: the same seed gives the same merchant. */
export type Random = ReturnType<typeof randomFrom>;

/** A 32-bit mixing generator: small, fast, and even enough for made-up data. */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number): number => Math.floor(fraction() * below);
  return {
    /** A whole number from 0 up to, not including, `below`. */
    integer,
    /** True in the given share of cases, 0 to 1. */
    chance: (share: number): boolean => fraction() < share,
    /** One of several; the list must not be empty. */
    pick<Item>(list: readonly Item[]): Item {
      const item = list[integer(list.length)];
      if (item === undefined) throw new RangeError('there is nothing to pick from');
      return item;
    },
  };
}

/** So many things, each made by its position. */
export const repeated = <Made>(count: number, make: (position: number) => Made): Made[] =>
  Array.from({ length: count }, (_, position) => make(position));
