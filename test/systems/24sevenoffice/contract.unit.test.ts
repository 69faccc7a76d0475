import { existsSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import {
  isNillableItem,
  type Member,
  type Members,
  messageNamespace,
  type Service,
} from '../../../src/systems/24sevenoffice/contract/description.ts';
import {
  messageMembers,
  type NamedType,
  namedTypes,
} from '../../../src/systems/24sevenoffice/contract/named-types.ts';
import { services } from '../../../src/systems/24sevenoffice/contract/services.ts';
import type { Invocation } from '../../../src/systems/24sevenoffice/contract/written.ts';
import { vendorContract } from './vendor-contract.ts';

const reference = new URL('../../../../shared/vendors/24sevenoffice/', import.meta.url);
const leftOut = 'left out: the vendor’s documents don’t lie beside the project';

/** The files of the vendor's documents. */
const files: Readonly<Record<string, string>> = {
  Authenticate: 'authService',
  InvoiceService: 'invoiceService',
  ProductService: 'productService',
  CompanyService: 'companyService',
};

const line = (name: string, { type, required, nillable, ...member }: Member, most = '1') =>
  [name, type.name, required ? 1 : 0, most, nillable, member.default ?? 'none'].join(' ');
const lines = (members: Members) =>
  Object.entries(members).map(([name, member]) => line(name, member));

function linesOf(type: NamedType): readonly (string | undefined)[] {
  if (type.kind === 'enumeration') return type.values;
  if (type.kind === 'sequence') return lines(type.members);
  const nillable = isNillableItem(type.item);
  const item = { type: type.item, required: false, nillable, default: undefined };
  return [line(type.item.name, item, 'unbounded')];
}

describe('our description beside the vendor’s', () => {
  test.for(services)('is the same for $name', (service: Service, context) => {
    context.skip(!existsSync(reference), leftOut);
    const vendor = vendorContract(new URL(`${files[service.name]}.wsdl`, reference));
    const { operations } = service;
    const requests = Object.values(operations).flatMap(({ request }) => Object.values(request));
    const written = namedTypes(requests);
    for (const [operation, { request, result }] of Object.entries(operations)) {
      expect(lines(request)).toEqual(vendor.messages.get(operation));
      const response = vendor.messages.get(`${operation}Response`);
      expect([line(`${operation}Result`, result)]).toEqual(response);
      expect(vendor.actions).toContain(`${messageNamespace}/${operation}`);
    }
    for (const [name, type] of namedTypes(messageMembers(operations))) {
      const ours = linesOf(type);
      const theirs = vendor.types.get(name) ?? [];
      // What is sent is held to every member; of what is only read, those that nobody asks for may be missing.
      const isWhole = type.kind !== 'sequence' || written.has(name);
      const expected = isWhole ? theirs : theirs.filter((one) => ours.includes(one));
      expect([name, ours]).toEqual([name, expected]);
    }
    expect(vendor.addresses).toContain(`https://api.24sevenoffice.com${service.path}`);
    expect(vendor.isQualified).toBe(true);
  });
});

test('a misspelt operation, member or status doesn’t compile', () => {
  const wrong: readonly Invocation[] = [
    // @ts-expect-error there is no such operation
    { operation: 'SaveInvoice', parameters: {} },
    // @ts-expect-error there is no such member
    { operation: 'GetProducts', parameters: { searchParams: { ProductId: { int: ['1'] } } } },
    // @ts-expect-error an array is an object of its items
    { operation: 'GetProducts', parameters: { searchParams: { ProductIds: ['1'] } } },
    // @ts-expect-error a required member is missing
    { operation: 'SetStockQuantity', parameters: { productId: '1' } },
    // @ts-expect-error a parameter of another operation
    { operation: 'GetIdentity', parameters: { credential: { ApplicationId: '1' } } },
    // @ts-expect-error the contract calls it OrderState_Sent
    { operation: 'SaveInvoices', parameters: saving('Sent') },
  ];
  expect(wrong).toHaveLength(6);
});

const saving = <const Status extends string>(OrderStatus: Status) => ({
  invoices: { InvoiceOrder: [{ IncludeVAT: null, OrderStatus }] },
});
