import type { Instant } from '../../../domain/order.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { CompanyRead } from '../../ports/registry-source.ts';
import { requiredId } from '../registry/by-id.ts';
import type { Client } from '../soap/client.ts';
import { feedOf, wholeBytes } from './feed.ts';
import { isSupplierType, mapSupplier } from '../mapping/supplier.ts';
import {
  always,
  getCompanies,
  listCompanies,
  type RegistrySearch,
} from '../registry/registry-requests.ts';
import { supplierProperties } from '../return-properties.ts';
import type { Company } from '../schema/company.ts';
import { type ReadEntry, seenAs } from '../../kit/feeds/seen.ts';
import { companiesAtOnce } from '../registry/suppliers.ts';
import { instantFrom } from '../vendor-time.ts';

/** A company of a listing. */
interface Listed {
  readonly id: number;
  readonly isSupplier: boolean;
}

/**
 * The feed of companies that changed. The vendor can't search by type, so that most of them are
 * customers. A usual window tells all of them as suppliers, because a product may name any. A long one,
 * and one of everything, may hold all the customers there are: there only those of the type Supplier
 * are read in full, and the others come without `supplier` and without faults; those that products name
 * are to be read by their numbers.
 */
export function supplierFeed(client: Client) {
  const get = async (search: RegistrySearch, call: CallContext, maxBytes?: number) => {
    const request = { ...getCompanies(search, supplierProperties), maxBytes };
    const { value, at } = await client.call(request, call);
    return { at, items: value.map((company) => told(company, at)) };
  };
  return feedOf<Listed, CompanyRead>({
    what: 'companies',
    idOf: ({ id }) => id,
    changed: async (changedAfter, call) => await get({ changedAfter }, call, wholeBytes),
    list: async ({ changedAfter = always }, call) => {
      const { value, at } = await client.call(listCompanies(changedAfter), call);
      const items = value.map(({ Id, Type }) => ({
        id: Number(requiredId(Id, 'GetCompanies')),
        isSupplier: isSupplierType(Type),
      }));
      return { at, items };
    },
    pageEnd: (companies, from) => Math.min(from + companiesAtOnce, companies.length),
    read: async (page, call) => {
      const ids = page.filter(({ isSupplier }) => isSupplier).map(({ id }) => String(id));
      const others = page
        .filter(({ isSupplier }) => !isSupplier)
        .map(({ id }) => ({ entry: { number: String(id), isSupplier: false, faults: [] } }));
      if (ids.length === 0) return others;
      return [...(await get({ ids }, call)).items, ...others];
    },
  });
}

function told(company: Company, readAt: Instant): ReadEntry<CompanyRead> {
  const number = requiredId(company.Id, 'GetCompanies');
  const entry = mapSupplier(number, company);
  const changedAt = instantFrom(company.DateChanged) ?? readAt;
  return { entry, seen: seenAs(number, changedAt, [entry]) };
}
