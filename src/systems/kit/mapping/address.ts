import { countryCode } from '../../../domain/country.ts';
import type { Notification, PostalAddress } from '../../../domain/order.ts';
import type { MappingProblems } from './mapping-problems.ts';

/** Lines of an address in the three that there are; from the third on they share the last. */
export function addressLines(
  lines: readonly (string | undefined)[],
): Pick<PostalAddress, 'address1' | 'address2' | 'address3'> {
  const [address1, address2, ...others] = lines.filter((line) => line !== undefined);
  return { address1, address2, address3: others.join(', ') || undefined };
}

/**
 * The ISO code of a country as somebody wrote it; a problem where no country is meant for certain.
 * @param system where it can be corrected
 */
export function mappedCountry(
  written: string | undefined,
  field: string,
  system: string,
  problems: MappingProblems,
): string | undefined {
  if (written === undefined) return undefined;
  return (
    countryCode(written) ??
    problems.add(
      field,
      `"${written}" is no country that can be recognised.`,
      `Write its two-letter code in ${system}, for example NO.`,
    )
  );
}

/** A way to reach somebody. Whether the warehouse uses it is always said, and never of one that isn't there. */
export const notification = (value: string | undefined, wanted: boolean): Notification =>
  value === undefined ? { toBeNotified: false } : { value, toBeNotified: wanted };
