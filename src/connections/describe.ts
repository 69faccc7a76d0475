import { z } from 'zod';

import type { NotYet, SourceAdapter, WarehouseAdapter } from '../systems/ports/adapter.ts';
import { connectionSchema } from './schema/connection.ts';
import { defaultOf, meaningOf } from './schema/meaning.ts';
import { keysOf } from './schema/unwrap.ts';

/** One key of a section, as the reference shows it. */
export interface DescribedKey {
  readonly key: string;
  readonly type: string;
  /** As one would write it; `required` or `none` where there is no default. */
  readonly byDefault: string;
  readonly meaning: string;
  readonly example?: string;
}

/** One section of the file, as the reference shows it. */
export interface DescribedSection {
  /** Below a connection: `warehouse.statuses`; empty for the connection itself. */
  readonly path: string;
  readonly meaning: string;
  readonly keys: readonly DescribedKey[];
  /** What of it this version leaves undone. */
  readonly later: readonly string[];
}

/** What the schema says of a connection with the given ends, section by section. */
export const describeConnection = (
  source: SourceAdapter,
  warehouse: WarehouseAdapter,
): readonly DescribedSection[] =>
  describeSection(
    connectionSchema(source, warehouse),
    [],
    [source, warehouse].flatMap(({ notYet = [] }) => notYet),
  );

function describeSection(
  section: z.core.$ZodType,
  path: readonly string[],
  later: readonly NotYet[],
): readonly DescribedSection[] {
  const keys = Object.entries(keysOf(section) ?? {});
  const inner = keys.flatMap(([key, schema]) =>
    keysOf(schema) === undefined ? [] : describeSection(schema, [...path, key], later),
  );
  const name = path.join('.');
  // A whole process is named at its own section, a single key at the section that it stands in.
  const notes = later.flatMap(({ path: at, message }) => {
    if (at.join('.') === name) return [`${message}.`];
    const within = at.length > 1 && at.slice(0, -1).join('.') === name;
    return within ? [`\`${at.join('.')}\`: ${message}.`] : [];
  });
  return [
    {
      path: name,
      meaning: meaningOf(section)?.description ?? '',
      keys: keys.map(([key, schema]) => describeKey(key, schema)),
      later: notes,
    },
    ...inner,
  ];
}

function describeKey(key: string, schema: z.core.$ZodType): DescribedKey {
  const meaning = meaningOf(schema);
  const isSection = keysOf(schema) !== undefined;
  const byDefault =
    isSection && defaultOf(schema) !== undefined ? 'see below' : defaultInWords(schema);
  const example = meaning?.example === byDefault ? undefined : meaning?.example;
  return {
    key,
    type: meaning?.type ?? (isSection ? 'section' : ''),
    byDefault,
    meaning: meaning?.description ?? '',
    example,
  };
}

function defaultInWords(schema: z.core.$ZodType): string {
  const value = defaultOf(schema);
  if (value !== undefined) return asWritten(value);
  return schema instanceof z.ZodOptional ? 'none' : 'required';
}

function asWritten(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asWritten).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => `${key}: ${asWritten(member)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return String(value);
}
