import type { CallContext } from '../../kit/call-context.ts';
import type { CompanyRead } from '../../ports/registry-source.ts';
import { isId } from './by-id.ts';
import type { Client } from '../soap/client.ts';
import { companiesById } from './companies.ts';
import { mapSupplier } from '../mapping/supplier.ts';
import { supplierProperties } from '../return-properties.ts';

/** Companies in one request: half of what a production connector is known to ask for. */
export const companiesAtOnce = 500;

/** Companies read as suppliers by their ids, joined with others who ask at the same time. */
export function suppliersOf(client: Client) {
  const joined = companiesById(client, companiesAtOnce, supplierProperties);

  /** Companies as they are now, each once; those that are gone are left out. */
  async function read(
    numbers: readonly string[],
    call: CallContext,
  ): Promise<readonly CompanyRead[]> {
    const read = await Promise.all(
      [...new Set(numbers)].filter(isId).map(async (number) => {
        const company = await joined.add(number, call);
        return company === undefined ? [] : [mapSupplier(number, company)];
      }),
    );
    return read.flat();
  }

  return { read };
}
