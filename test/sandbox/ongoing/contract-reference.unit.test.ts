import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { Member, Shape } from '../../../src/systems/ongoing/contract/member.ts';
import { operations } from '../../../src/systems/ongoing/contract/operations.ts';

/** The vendor's contract as it was collected; present beside a working copy, never in it. */
const reference = new URL(
  '../../../../shared/vendors/ongoing/ongoing-rest-openapi-reconstructed-2025-07.json',
  import.meta.url,
);

/** What a contract says of one member, in a form that both can be brought into. */
const ourField = (field: Member): unknown => ({
  presence: field.presence,
  ...('members' in field ? { [field.type]: ourShape(field.members) } : { kind: field.type }),
});

const ourShape = (shape: Shape): unknown =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, ourField(field)]));

function theirShape(schemas: any, name: string): unknown {
  const schema = schemas[name];
  return Object.fromEntries(
    Object.entries<any>(schema.properties).map(([member, property]) => {
      const required = schema.required?.includes(member) === true;
      const presence = required ? 'required' : property.nullable === true ? 'nullable' : 'solid';
      return [member, { presence, ...theirKind(schemas, property) }];
    }),
  );
}

function theirKind(schemas: any, property: any): Record<string, unknown> {
  const target = (property.$ref ?? property.allOf?.[0]?.$ref)?.split('/').at(-1);
  if (target !== undefined)
    return schemas[target].enum === undefined
      ? { object: theirShape(schemas, target) }
      : { kind: 'choice' };
  if (property.type === 'array')
    return { list: theirShape(schemas, property.items.$ref.split('/').at(-1)) };
  if (property.format === 'date-time') return { kind: 'date' };
  const kinds: Record<string, string> = {
    string: 'text',
    integer: 'integer',
    number: 'decimal',
    boolean: 'boolean',
  };
  return { kind: kinds[property.type] };
}

describe('the tables say what the collected contract says', () => {
  const api = existsSync(reference) ? JSON.parse(readFileSync(reference, 'utf8')) : undefined;
  const withoutDocuments = [api === undefined, 'the vendor’s documents aren’t here'] as const;

  test.for(Object.entries(operations))('%s', ([name, ours], context) => {
    context.skip(...withoutDocuments);
    const [method = '', path = ''] = name.split(' ');
    const theirs = api.paths[`/api/v1${path}`][method.toLowerCase()];
    const body = theirs.requestBody?.content['application/json'].schema.$ref?.split('/').at(-1);
    expect('body' in ours ? ourShape(ours.body) : undefined).toEqual(
      body === undefined ? undefined : theirShape(api.components.schemas, body),
    );
    const table: Readonly<Record<string, string>> = 'query' in ours ? ours.query : {};
    expect(table).toEqual(
      Object.fromEntries(
        (theirs.parameters ?? [])
          .filter((one: any) => one.in === 'query')
          .map((one: any) => [one.name, `${theirParameter(one.schema)}${one.required ? '!' : ''}`]),
      ),
    );
  });
});

function theirParameter(schema: any): string {
  if (schema.type === 'array') return `${theirParameter(schema.items)}s`;
  if (schema.format === 'date-time') return 'time';
  return schema.type === 'string' || schema.type === undefined ? 'text' : schema.type;
}
