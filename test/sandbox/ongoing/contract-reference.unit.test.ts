import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { articleShape } from '../../../sandbox/ongoing/contract/article.ts';
import type { Field, Shape } from '../../../sandbox/ongoing/contract/field.ts';
import { orderShape, orderStatusShape } from '../../../sandbox/ongoing/contract/order.ts';
import {
  articleQuery,
  cancelQuery,
  orderQuery,
} from '../../../sandbox/ongoing/contract/queries.ts';
import type { QueryTable } from '../../../sandbox/ongoing/contract/query.ts';

/** The vendor's contract as it was collected; present beside a working copy, never in it. */
const reference = new URL(
  '../../../../shared/vendors/ongoing/ongoing-rest-openapi-reconstructed-2025-07.json',
  import.meta.url,
);

/** What a contract says of one member, in a form that both can be brought into. */
const ourField = (field: Field): unknown => ({
  presence: field.presence,
  ...(field.kind === 'object' || field.kind === 'list'
    ? { [field.kind]: ourShape(field.members) }
    : { kind: field.kind }),
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
  if (property.format === 'date-time') return { kind: 'moment' };
  const kinds: Record<string, string> = {
    string: 'text',
    integer: 'whole',
    number: 'decimal',
    boolean: 'flag',
  };
  return { kind: kinds[property.type] };
}

describe.runIf(existsSync(reference))('the tables say what the collected contract says', () => {
  const api = existsSync(reference) ? JSON.parse(readFileSync(reference, 'utf8')) : {};

  test.each([
    ['PostOrderModel', orderShape],
    ['PostArticleModel', articleShape],
    ['PatchOrderStatus', orderStatusShape],
  ])('%s', (name, shape) => {
    expect(ourShape(shape)).toEqual(theirShape(api.components.schemas, name));
  });

  test.each<[string, string, QueryTable]>([
    ['get', '/api/v1/orders', orderQuery],
    ['delete', '/api/v1/orders', cancelQuery],
    ['get', '/api/v1/articles', articleQuery],
  ])('the parameters of %s %s', (method, path, table) => {
    const parameters: any[] = api.paths[path][method].parameters;
    expect(Object.keys(table).toSorted()).toEqual(parameters.map((one) => one.name).toSorted());
    for (const { name, required, schema } of parameters) {
      const ours = table[name] ?? '';
      expect([name, ours.endsWith('!')]).toEqual([name, required === true]);
      if (ours === 'not simulated') continue;
      const kind =
        schema.type === 'array' ? 'texts' : schema.format === 'date-time' ? 'time' : schema.type;
      const words: Record<string, string> = { integer: 'whole', string: 'text', boolean: 'flag' };
      expect([name, ours.replace('!', '')]).toEqual([name, words[kind] ?? kind]);
    }
  });
});
