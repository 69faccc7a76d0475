import type { Product } from '../../24sevenoffice/book/records.ts';
import type { Clerk } from '../../24sevenoffice/clerk.ts';
import type { Random } from './random.ts';

/** Name, unit price, weight in kilograms, and whether it is sold by the metre or the kilogram. */
const goods = [
  ['Ullgenser «Fjell»', '899', '0.65', false],
  ['Kaffe & kakao, 500 g', '129.50', '0.5', false],
  ['Turflaske <0,7 l>', '249', '0.18', false],
  ['Sokker 3-pakning', '179', '0.12', false],
  ['Tau 8 mm, løpemeter', '18.75', '0.045', true],
  ['Hodelykt 400 lm', '549', '0.095', false],
  ['Stearinlys, hvit & rød', '89', '0.8', false],
  ['Ryggsekk 30 l', '1299', '1.1', false],
  ['Bomullsstoff, metervare', '219', '0.3', true],
  ['Skisko str. 42', '1899.90', '1.85', false],
] as const;

const variants = ['S', 'M', 'L', 'XL', 'svart', 'blå', 'rød', 'grønn'];

/** A product as the ERP has it. */
export interface SeededProduct {
  readonly product: Product;
  /** It is sold in parts of one. */
  readonly divisible: boolean;
}

/** An EAN-13 with its check digit. Those of the prefix 0 are the ones that a number would shorten. */
function ean13(prefix: string, serial: number): string {
  const digits = `${prefix}${String(serial).padStart(12 - prefix.length, '0')}`;
  const sum = Array.from(digits).reduce(
    (total, digit, position) => total + Number(digit) * (position % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** A product with a number, mostly with a barcode and under stock control. */
export function seedProduct(
  clerk: Clerk,
  random: Random,
  serial: number,
  suppliers: readonly string[],
): SeededProduct {
  const [name, price, weight, divisible] = random.pick(goods);
  const variant = random.pick(variants);
  const product = clerk.addProduct({
    No: random.chance(0.3) ? String(serial).padStart(6, '0') : `NL-${1_000 + serial}-${variant}`,
    Name: `${name} ${variant}`,
    ...(random.chance(0.5) ? { Description: `${name}.\nLagres tørt & kjølig.` } : {}),
    ...(random.chance(0.85) ? { EAN1: ean13(random.pick(['0', '70', '73']), serial) } : {}),
    Price: price,
    Weight: weight,
    Stock: String(random.integer(400)),
    StockControlled: random.chance(0.92),
    CategoryId: String(random.integer(6) + 1),
    ...(suppliers.length === 0 ? {} : { SupplierId: random.pick(suppliers) }),
  });
  return { product, divisible };
}
