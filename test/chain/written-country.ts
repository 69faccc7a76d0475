/** How the seeded merchant writes countries, and the code that each spelling means. */
const meant: Readonly<Record<string, string>> = {
  no: 'NO',
  norge: 'NO',
  norway: 'NO',
  se: 'SE',
  sverige: 'SE',
  sweden: 'SE',
  dk: 'DK',
  danmark: 'DK',
  denmark: 'DK',
  uk: 'GB',
  gb: 'GB',
  'united kingdom': 'GB',
  fi: 'FI',
  finland: 'FI',
  de: 'DE',
  tyskland: 'DE',
  germany: 'DE',
  us: 'US',
  usa: 'US',
  'united states': 'US',
};

/** The code of a country as it was written. Throws for a spelling that isn't in the table. */
export function codeOfCountry(written: string): string {
  const code = meant[written.trim().toLowerCase()];
  if (code === undefined) throw new RangeError(`add the spelling "${written}" to the table`);
  return code;
}
