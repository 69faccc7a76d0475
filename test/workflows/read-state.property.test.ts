import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readState } from '../../workflows/order/state/read-state.ts';
import { anyState } from './states.ts';

test('a state that was stored is read as it was', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const stored: unknown = JSON.parse(JSON.stringify(state));
      expect(JSON.parse(JSON.stringify(readState(stored)))).toEqual(stored);
    }),
    { numRuns: 500 },
  );
});
