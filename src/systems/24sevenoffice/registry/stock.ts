import { type DecimalText, normalDecimal } from '../../../domain/decimal.ts';
import type { StockWrite } from '../../../domain/syncs/stock.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { isId } from './by-id.ts';
import type { Client } from '../soap/client.ts';
import { setStockQuantity } from './registry-requests.ts';
import { systemName } from '../system-name.ts';

/**
 * Sets a product's stock. The quantity is absolute, so that writing it twice is harmless; why the
 * vendor refuses one it doesn't say.
 */
export async function setStock(
  client: Client,
  productCode: string,
  quantity: DecimalText,
  call: CallContext,
): Promise<StockWrite> {
  const refused = (why: string): StockWrite => ({ kind: 'refused', why });
  if (!isProduct(productCode)) return refused(`"${productCode}" is no product of ${systemName}`);
  const plain = normalDecimal(quantity);
  const { value } = await client.call(setStockQuantity(productCode, plain), call);
  return value === true
    ? { kind: 'written' }
    : refused(`${systemName} didn’t take ${plain} as the stock of product ${productCode}`);
}

const isProduct = (productCode: string): boolean => isId(productCode);
