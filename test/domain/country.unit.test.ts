import { describe, expect, test } from 'vitest';

import { countryCode } from '../../src/domain/country.ts';

describe('a country’s code', () => {
  test.each([
    ['NO', 'NO'],
    [' no ', 'NO'],
    ['NOR', 'NO'],
    ['Norge', 'NO'],
    ['NOREG', 'NO'],
    ['norway', 'NO'],
    ['Sverige', 'SE'],
    ['Sweden', 'SE'],
    ['Danmark', 'DK'],
    ['Tyskland', 'DE'],
    ['Tjeckien', 'CZ'],
    ['Tjekkiet', 'CZ'],
    ['Tsjekkia', 'CZ'],
    ['UK', 'GB'],
    ['uk', 'GB'],
    ['United Kingdom', 'GB'],
    ['Storbritannia', 'GB'],
    ['USA', 'US'],
    ['Nederland', 'NL'],
    ['Åland', 'AX'],
  ])('of "%s" is %s', (text, code) => {
    expect(countryCode(text)).toBe(code);
  });

  test.each(['', 'XX', 'ZZZ', 'EU', 'Norgee', 'Oslo', '47', 'N0'])(
    'isn’t guessed for "%s"',
    (text) => {
      expect(countryCode(text)).toBeUndefined();
    },
  );
});
