import { systemName } from '../system-name.ts';
import type { MappingProblems } from '../../kit/mapping/mapping-problems.ts';

/**
 * The address of the packing slip's PDF, where it is one that may be fetched; a fault where it isn't.
 * The address itself stays out of the fault: such links carry keys.
 */
export function packingSlipUrl(
  written: string | undefined,
  faults: MappingProblems,
): string | undefined {
  if (written === undefined) return undefined;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const usable =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '';
  return usable
    ? url.href
    : faults.add(
        'PackingSlip',
        'It isn’t the web address of a PDF (https://…).',
        `Correct the field PackingSlip in ${systemName}, or empty it.`,
      );
}
