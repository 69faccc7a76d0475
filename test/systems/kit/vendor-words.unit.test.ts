import { describe, expect, test } from 'vitest';

import { vendorWords } from '../../../src/systems/24sevenoffice/errors/fault-text.ts';
import { presentable } from '../../../src/systems/kit/words/vendor-words.ts';
import { presentable as presentableAtOngoing } from '../../../src/systems/ongoing/rest/vendor-words.ts';

describe('a vendor’s words', () => {
  test.each([
    ['No <b>such</b> order &amp; no article', 'No such order & no article'],
    ['Ask kari.nordmann@example.com, or ola@example.org.', 'Ask •••, or •••'],
    ['<kari@example.com> isn’t known', 'isn’t known'],
    ['a@b@c', '•••@c'],
    ['x'.repeat(400), `${'x'.repeat(299)}…`],
  ])('%s', (words, shown) => {
    expect(presentable(words)).toBe(shown);
  });

  const clean = [
    presentable,
    vendorWords,
    (words: string) => presentableAtOngoing(words, { personal: ['Kari Nordmann'], known: [] }),
  ];
  test.each([
    ['no end of a word', 'a'],
    ['tags that never end', '<'],
    ['tags within tags', '<a'],
    ['addresses', 'a@'],
    ['blanks', ' '],
    ['digits', '1 '],
    ['half an address', 'a.b'],
    ['paths', 'C:\\a'],
  ])('are read at once, whatever they repeat: %s', (_what, piece) => {
    const began = performance.now();
    for (const cleaned of clean) cleaned(piece.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
