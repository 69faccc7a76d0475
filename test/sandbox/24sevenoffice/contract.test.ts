import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Field, ServiceContract } from '../../../sandbox/24sevenoffice/contract/field.ts';
import { simpleTypes } from '../../../sandbox/24sevenoffice/contract/field.ts';
import { services } from '../../../sandbox/24sevenoffice/contract/services.ts';
import type { WsdlField } from './wsdl-types.ts';
import { wsdlTypes } from './wsdl-types.ts';

const reference = new URL('../../../../shared/vendors/24sevenoffice/', import.meta.url);

const asTold = ({ name, type, min, many, nillable, unset }: Field | WsdlField) => ({
  name,
  type,
  min,
  many,
  nillable,
  unset,
});

function typesUsed(service: ServiceContract): Set<string> {
  const fields = [
    ...Object.values(service.operations).flatMap(({ request, result }) => [...request, result]),
    ...Object.values(service.sequences).flat(),
  ];
  return new Set(fields.map(({ type }) => type));
}

describe.each(Object.entries(services))('the table of %s', (_name, service) => {
  test('describes every type that it uses, and no other', () => {
    const simple = new Set<string>(simpleTypes);
    const used = [...typesUsed(service)].filter((type) => !simple.has(type));
    const described = [...Object.keys(service.sequences), ...Object.keys(service.enumerations)];
    expect(described.toSorted()).toEqual(used.toSorted());
  });
});

describe.runIf(existsSync(reference)).each(Object.entries(services))(
  'the table of %s is the vendor’s',
  (name, service) => {
    const file = new URL(`${name}.wsdl`, reference);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '<definitions/>';
    const { messages, sequences, enumerations } = wsdlTypes(text);

    test.each(Object.entries(service.operations))('in %s', (operation, { request, result }) => {
      expect(request.map(asTold)).toEqual(messages.get(operation)?.map(asTold));
      expect([result].map(asTold)).toEqual(messages.get(`${operation}Response`)?.map(asTold));
    });

    test('in its sequences', () => {
      for (const [type, fields] of Object.entries(service.sequences)) {
        expect({ type, fields: fields.map(asTold) }).toEqual({
          type,
          fields: sequences.get(type)?.map(asTold),
        });
      }
    });

    test('in its enumerations', () => {
      for (const [type, values] of Object.entries(service.enumerations)) {
        expect({ type, values }).toEqual({ type, values: enumerations.get(type) });
      }
    });

    test('in its address', () => {
      expect(text).toContain(`https://api.24sevenoffice.com${service.path}"`);
    });
  },
);
