import type { KeyMeaning } from './field.ts';
import { field, Refusal } from './field.ts';

const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const pattern = /^(\d{1,6})([smhd])$/;

const shortestIntervalMs = 5 * units.s;
const longestMs = 31 * units.d;

/** A length of time such as `15m`, in milliseconds; at most 31 days. */
export function duration(description: string, meaning: Partial<KeyMeaning> = {}) {
  return field({ type: 'duration', ...meaning, description }, milliseconds);
}

/** How often something happens, in milliseconds; at least 5 seconds. */
export function interval(description: string) {
  return field({ description, type: 'duration, at least 5s' }, (raw) => {
    const value = milliseconds(raw);
    if (value instanceof Refusal || value >= shortestIntervalMs) return value;
    return new Refusal('is too short an interval; write 5s or more');
  });
}

/** As the file writes it: `900000` becomes `15m`. */
export function formatDuration(value: number): string {
  const fitting = (['d', 'h', 'm'] as const).find(
    (unit) => value >= units[unit] && value % units[unit] === 0,
  );
  return fitting === undefined ? `${value / units.s}s` : `${value / units[fitting]}${fitting}`;
}

function milliseconds(raw: string): number | Refusal {
  const [, amount, unit] = pattern.exec(raw) ?? [];
  if (amount === undefined || unit === undefined) {
    return new Refusal('is not a duration; write 15m, 1h or 30s');
  }
  const value = Number(amount) * units[unit as keyof typeof units];
  return value <= longestMs ? value : new Refusal('is too long; write 31d or less');
}
