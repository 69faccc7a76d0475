import type { TwentyFourSevenOfficeSandbox } from '../24sevenoffice/24sevenoffice.ts';
import { chosenBy, happens, wholeBetween } from '../chance.ts';

const renameShare = 0.25;
const moveShare = 0.2;
const editions = ['ny utgave', 'vår', 'høst', 'vinter'] as const;
const streets = ['Sjøgata', 'Torget', 'Parkveien', 'Industriveien'] as const;

/**
 * What the merchant's people do to their registries beside the orders: now and then a product gets
 * another name, and now and then a supplier moves. It depends on the seed and the turn alone, and on
 * what there is.
 */
export function careForRegistry(
  erp: TwentyFourSevenOfficeSandbox,
  seed: number,
  turn: number,
): void {
  if (happens(renameShare, 'rename', seed, turn)) rename(erp, seed, turn);
  if (happens(moveShare, 'move', seed, turn)) moveSupplier(erp, seed, turn);
}

function rename(erp: TwentyFourSevenOfficeSandbox, seed: number, turn: number): void {
  const product = chosenBy(erp.products(), 'product', seed, turn);
  if (product?.Name === undefined) return;
  const [plain] = product.Name.split(' – ');
  const Name = `${plain} – ${chosenBy(editions, 'edition', seed, turn)}`;
  if (Name !== product.Name) erp.editProduct(product.Id, { Name });
}

function moveSupplier(erp: TwentyFourSevenOfficeSandbox, seed: number, turn: number): void {
  const suppliers = erp.companies().filter(({ Type }) => Type === 'Supplier');
  const supplier = chosenBy(suppliers, 'supplier', seed, turn);
  if (supplier === undefined) return;
  const house = wholeBetween(1, 90, 'house', seed, turn);
  const Street = `${chosenBy(streets, 'street', seed, turn)} ${house}`;
  const { Addresses } = supplier;
  erp.editCompany(supplier.Id, {
    Addresses: { ...Addresses, Post: { ...Addresses?.Post, Street } },
  });
}
