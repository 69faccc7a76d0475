import type { Act, SourceSide } from './control-room.ts';

/** Several simulated sources as one side of the control room: an act finds the source it is about. */
export function bothSources(sides: readonly SourceSide[]): SourceSide {
  const names = new Set(sides.flatMap(({ acts }) => Object.keys(acts)));
  return {
    facts: () => sides.flatMap((side) => side.facts()),
    acts: Object.fromEntries([...names].map((name) => [name, actOf(sides, name)])),
  };
}

function actOf(sides: readonly SourceSide[], name: string): Act {
  return (order, input) => {
    const side = sides.find((one) =>
      one.facts().some(({ id, number }) => id === order || number === order),
    );
    const act = side?.acts[name];
    if (act === undefined) throw new RangeError(`no simulated source has an order ${order}`);
    return act(order, input);
  };
}
