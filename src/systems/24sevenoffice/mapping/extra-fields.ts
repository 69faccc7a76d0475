import { isDecimalText, normalDecimal } from '../../../domain/decimal.ts';
import type { ExtraFields } from '../../../domain/order.ts';
import {
  type ArticleExtraFieldSource,
  articleExtraFieldSources,
  type ExtraFieldSource,
  extraFieldSources,
} from '../extra-field-sources.ts';
import { boolean, decimal, int, text, time } from '../schema/scalars.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';
import { systemName } from '../system-name.ts';
import { calendarDateFrom } from '../vendor-time.ts';
import type { MappingProblems } from '../../kit/mapping/mapping-problems.ts';

/** One extra field: where it comes from and where it goes. */
interface Wanted extends ArticleExtraFieldSource {
  readonly path: string;
  readonly target: string;
}

const linePrefix = 'lines.';

/** The extra fields that a connection wants from orders or from their rows. */
export function wantedFields(
  extraFields: TwentyFourSevenOfficeSettings['orders']['extraFields'],
  level: ExtraFieldSource['level'],
): readonly Wanted[] {
  return Object.entries(extraFields).flatMap(([source, target]) => {
    const known = extraFieldSources[source];
    if (known?.level !== level) return [];
    const path = level === 'line' ? source.slice(linePrefix.length) : source;
    return [{ ...known, path, target }];
  });
}

/** The extra fields that a connection wants from products. */
export const wantedArticleFields = (
  extraFields: TwentyFourSevenOfficeSettings['articles']['extraFields'],
): readonly Wanted[] =>
  Object.entries(extraFields).flatMap(([path, target]) => {
    const known = articleExtraFieldSources[path];
    return known === undefined ? [] : [{ ...known, path, target }];
  });

/** The values of the wanted fields, keyed by the warehouse's field. Values that aren't there are left out. */
export function extraFieldsOf(
  element: Readonly<Record<string, unknown>>,
  wanted: readonly Wanted[],
  where: string,
  timeZone: string,
  faults: MappingProblems,
): ExtraFields | undefined {
  const found: Record<string, string> = {};
  for (const field of wanted) {
    const value = valueOf(element, field, where, timeZone, faults);
    if (value !== undefined) found[field.target] = value;
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

function valueOf(
  element: Readonly<Record<string, unknown>>,
  { path, type, default: meant }: Wanted,
  where: string,
  timeZone: string,
  faults: MappingProblems,
): string | undefined {
  const raw = rawValue(element, path, meant);
  const unusable = (shown: string, wanted: string): undefined =>
    faults.add(
      where,
      `${path} is "${shown}", which is no ${wanted}.`,
      `Correct it in ${systemName}.`,
    );
  switch (type) {
    case 'text':
      return int.parse(raw);
    case 'decimal': {
      const value = int.parse(decimal.parse(raw));
      if (value === undefined) return undefined;
      return isDecimalText(value) ? normalDecimal(value) : unusable(value, 'number');
    }
    case 'date': {
      const value = time.parse(raw);
      if (value === undefined) return undefined;
      return calendarDateFrom(value, timeZone) ?? unusable(value, 'date');
    }
    case 'boolean':
      return boolean.parse(raw)?.toString();
  }
}

function rawValue(
  element: Readonly<Record<string, unknown>>,
  path: string,
  meant: string | undefined,
): string | undefined {
  const [first = '', second] = path.split('.');
  const outer = element[first];
  if (second === undefined) return asText(outer) ?? meant;
  if (typeof outer !== 'object' || outer === null) return undefined;
  return asText((outer as Record<string, unknown>)[second]) ?? meant;
}

/** A column as text; those that the order's schema has already read are no longer text. */
const asText = (value: unknown): string | undefined =>
  typeof value === 'boolean' ? String(value) : text.safeParse(value).data;
