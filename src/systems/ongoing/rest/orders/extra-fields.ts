import { DateTime } from 'luxon';

import { isDecimalText, normalDecimal } from '../../../../domain/decimal.ts';
import type { MappingProblem } from '../../../../domain/mapping-problem.ts';
import type { ExtraFields } from '../../../../domain/order.ts';
import { articleExtraFieldTargets } from '../articles/article-field-targets.ts';
import { exactNumber } from '../../../kit/rest/exact-json.ts';
import { type ExtraFieldTarget, extraFieldTargets } from './extra-field-targets.ts';
import type { Members } from '../members.ts';

/** What a level is called, and which fields it has. */
const levels = {
  order: { targets: extraFieldTargets, thing: 'an order', setting: 'orders.extraFields' },
  line: { targets: extraFieldTargets, thing: 'an order line', setting: 'orders.extraFields' },
  article: {
    targets: articleExtraFieldTargets,
    thing: 'an article',
    setting: 'articles.extraFields',
  },
} as const;

/** The extra fields of an order, parted by where they go. */
export function partedExtras(extra: ExtraFields | undefined): {
  readonly order: ExtraFields;
  readonly everyLine: ExtraFields;
} {
  const entries = Object.entries(extra ?? {});
  const isForLines = ([path]: readonly [string, string]): boolean =>
    extraFieldTargets[path]?.level === 'line';
  return {
    order: Object.fromEntries(entries.filter((entry) => !isForLines(entry))),
    everyLine: Object.fromEntries(entries.filter(isForLines)),
  };
}

/**
 * Writes extra fields into a body, each with the type that the contract wants. Gives what is wrong
 * with those that can't be written.
 * @param where what the fields belong to, as people know it: `Order`, `Line 3`, `Product 4711`
 */
export function placeExtras(
  body: Members,
  extra: ExtraFields,
  level: ExtraFieldTarget['level'],
  where: string,
): MappingProblem[] {
  const { targets, thing, setting } = levels[level];
  return Object.entries(extra).flatMap(([path, text]) => {
    const field = level === 'order' ? `Extra field ${path}` : `${where}, extra field ${path}`;
    const target = targets[path];
    if (target === undefined || target.level !== level) {
      return [
        {
          field,
          problem: `The warehouse has no such field on ${thing}.`,
          todo: `Correct ${setting} in the configuration; docs/field-mapping.md lists the fields.`,
        },
      ];
    }
    if (text.trim() === '') return [];
    const { value, problem } = typed(text, target);
    if (problem !== undefined) {
      return [{ field, problem, todo: `Correct the value at the source, or ${setting}.` }];
    }
    place(body, pathBelow(path), value);
    return [];
  });
}

/** The members that lead to a target, seen from the order or from the line. */
export function pathBelow(path: string): string[] {
  return path.replace(/^lines\./, '').split('.');
}

function place(body: Members, path: readonly string[], value: unknown): void {
  const [member, ...rest] = path;
  if (member === undefined) return;
  if (rest.length === 0) {
    body[member] = value;
    return;
  }
  const inner: Members = { ...(body[member] as Members | undefined) };
  body[member] = inner;
  place(inner, rest, value);
}

type Typed =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

const largestInteger = 2_147_483_647;

function typed(text: string, target: ExtraFieldTarget): Typed {
  const value = text.trim();
  switch (target.type) {
    case 'text':
      return target.maxLength !== undefined && text.length > target.maxLength
        ? {
            problem: `The value is ${text.length} characters long; the warehouse takes ${target.maxLength}.`,
          }
        : { value: text };
    case 'decimal':
      return isDecimalText(value)
        ? { value: exactNumber(value) }
        : { problem: 'The value isn’t a number.' };
    case 'integer': {
      const whole = isDecimalText(value) ? normalDecimal(value) : '';
      return /^-?\d+$/.test(whole) && Math.abs(Number(whole)) <= largestInteger
        ? { value: exactNumber(whole) }
        : { problem: 'The value isn’t a whole number.' };
    }
    case 'boolean': {
      const yes = /^(true|1)$/i.test(value);
      return yes || /^(false|0)$/i.test(value)
        ? { value: yes }
        : { problem: 'The value is neither true nor false.' };
    }
    case 'date':
      return DateTime.fromISO(value).isValid
        ? { value }
        : { problem: 'The value isn’t a date; YYYY-MM-DD is.' };
  }
}
