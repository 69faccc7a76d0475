import type { Product } from '../../src/domain/article.ts';
import type { CallContext } from '../../src/systems/kit/call-context.ts';
import type { RegistrySource } from '../../src/systems/ports/registry-source.ts';

/**
 * Which supplier delivers which product, so that a supplier that changed costs no reading of the
 * catalogue. Read once per process, ids only, and kept up to date by what the articles process sees.
 */
export class SuppliedProducts {
  readonly #suppliers = new Map<string, string>();
  #complete: Promise<void> | undefined;

  /** Notes what a product says. */
  note({ productCode, supplierNumber }: Pick<Product, 'productCode' | 'supplierNumber'>): void {
    if (supplierNumber === undefined) this.#suppliers.delete(productCode);
    else this.#suppliers.set(productCode, supplierNumber);
  }

  /** The product codes of each of these suppliers; without those that have none. */
  async of(
    numbers: ReadonlySet<string>,
    source: RegistrySource,
    call: CallContext,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    this.#complete ??= this.#read(source, call);
    try {
      await this.#complete;
    } catch (error) {
      this.#complete = undefined;
      throw error;
    }
    const products = new Map<string, string[]>();
    for (const [productCode, supplier] of this.#suppliers) {
      if (!numbers.has(supplier)) continue;
      const known = products.get(supplier);
      if (known === undefined) products.set(supplier, [productCode]);
      else known.push(productCode);
    }
    return products;
  }

  async #read(source: RegistrySource, call: CallContext): Promise<void> {
    for (const [productCode, supplier] of await source.productSuppliers(call)) {
      this.#suppliers.set(productCode, supplier);
    }
  }
}
