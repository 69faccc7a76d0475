import type { TwentyFourSevenOfficeSandbox } from '../24sevenoffice/24sevenoffice.ts';
import { chosenBy, fractionOf, wholeBetween } from '../chance.ts';

const renameShare = 0.25;
const moveShare = 0.2;
const editions = ['ny utgave', 'vår', 'høst', 'vinter'] as const;
const streets = ['Sjøgata', 'Torget', 'Parkveien', 'Industriveien'] as const;

/**
 * What the merchant's people do to their registries beside the orders: now and then a product gets
 * another name, and now and then a supplier moves. It depends on the seed and the turn alone, and on
 * what there is. Says whether something changed.
 */
export function careForRegistry(
  erp: TwentyFourSevenOfficeSandbox,
  seed: number,
  turn: number,
): boolean {
  const renamed = fractionOf('rename', seed, turn) < renameShare && rename(erp, seed, turn);
  const moved = fractionOf('move', seed, turn) < moveShare && moveSupplier(erp, seed, turn);
  return renamed || moved;
}

function rename(erp: TwentyFourSevenOfficeSandbox, seed: number, turn: number): boolean {
  const product = oneOf(erp.products(), 'product', seed, turn);
  if (product?.Name === undefined) return false;
  const [plain] = product.Name.split(' – ');
  const Name = `${plain} – ${chosenBy(editions, 'edition', seed, turn)}`;
  if (Name === product.Name) return false;
  erp.editProduct(product.Id, { Name });
  return true;
}

function moveSupplier(erp: TwentyFourSevenOfficeSandbox, seed: number, turn: number): boolean {
  const suppliers = erp.companies().filter(({ Type }) => Type === 'Supplier');
  const supplier = oneOf(suppliers, 'supplier', seed, turn);
  if (supplier === undefined) return false;
  const house = wholeBetween(1, 90, 'house', seed, turn);
  const Street = `${chosenBy(streets, 'street', seed, turn)} ${house}`;
  const { Addresses } = supplier;
  erp.editCompany(supplier.Id, {
    Addresses: { ...Addresses, Post: { ...Addresses?.Post, Street } },
  });
  return true;
}

function oneOf<Item>(items: readonly Item[], what: string, seed: number, turn: number) {
  return items[wholeBetween(0, items.length - 1, what, seed, turn)];
}
