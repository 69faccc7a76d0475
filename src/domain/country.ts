import countries from 'i18n-iso-countries';

/** The languages in which people of the Nordic countries write a country's name. */
const languages = ['en', 'nb', 'nn', 'no', 'sv', 'da'];

/** What people write although no list has it. */
const alsoWritten: Readonly<Record<string, string>> = { UK: 'GB' };

/**
 * The ISO 3166-1 alpha-2 code, in upper case, of a country as people write it: a code of two or three
 * letters, or a name in English, Norwegian, Swedish or Danish. Case and blanks around don't count.
 * Undefined where no country is meant for certain.
 */
export function countryCode(text: string): string | undefined {
  const written = text.trim();
  const code = written.toUpperCase();
  const other = alsoWritten[code];
  if (other !== undefined) return other;
  if (/^[A-Z]{2}$/.test(code)) return countries.isValid(code) ? code : undefined;
  if (/^[A-Z]{3}$/.test(code)) {
    const alpha2 = countries.alpha3ToAlpha2(code);
    if (alpha2 !== undefined) return alpha2;
  }
  for (const language of languages) {
    const found = countries.getAlpha2Code(written, language);
    if (found !== undefined) return found;
  }
  return undefined;
}
