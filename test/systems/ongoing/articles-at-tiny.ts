import type { Article } from '../../../src/domain/article.ts';
import { json, type TinyWarehouse } from './tiny-warehouse.ts';
import type { Reply } from '../stub-server.ts';

/** Every row of the article table. */
export const tableShirt: Article = {
  productCode: '4711',
  articleNumber: 'TS-RED-M',
  name: 'T-shirt',
  description: 'Red, M',
  barCode: '07090000000017',
  weightKg: '0.250',
};

/** The same as `GET /articles` gives it. */
export const existingShirt = (members: object = {}) => ({
  articleSystemId: 12,
  articleNumber: 'TS-RED-M',
  productCode: '4711' as string | null,
  articleName: 'T-shirt',
  description: 'Red, M',
  barCodeInfo: { barCode: '07090000000017', barCodePackage: '17090000000014' },
  weight: 0.25,
  isActive: false,
  ...members,
});

/** Gives a tiny warehouse these articles; it filters as the vendor does, and may refuse a PUT. */
export function hold(
  tiny: TinyWarehouse,
  articles: readonly ReturnType<typeof existingShirt>[],
  refuses: (body: Readonly<Record<string, unknown>>) => Reply | undefined = () => undefined,
): void {
  tiny.answer = ({ method, path, query, body }) => {
    if (method === 'PUT') {
      const written = path.endsWith('/orders') ? { orderId: 1 } : { articleSystemId: 12 };
      const refusal = refuses(JSON.parse(body) as Record<string, unknown>);
      return refusal ?? json({ ...written, message: '' });
    }
    const numbers = query.getAll('articleNumbers');
    const codes = query.getAll('productCodes');
    return json(
      articles.filter(
        ({ articleNumber, productCode }) =>
          numbers.includes(articleNumber) || codes.includes(productCode ?? ''),
      ),
    );
  };
}
