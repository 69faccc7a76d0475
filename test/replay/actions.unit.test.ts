import { expect, test } from 'vitest';

import { actionsOf } from './actions.ts';
import { storedHistories } from './stored-histories.ts';

test.each([
  ['happy-path', 9, 32],
  ['0.2/happy-path', 6, 24],
])('an order that goes well takes, in %s, %i actions and %i events', (name, actions, events) => {
  const stored = storedHistories().find((one) => one.name === name);
  const history = stored?.history as { readonly events: object[] };
  expect(actionsOf(history.events)).toBe(actions);
  expect(history.events).toHaveLength(events);
});
