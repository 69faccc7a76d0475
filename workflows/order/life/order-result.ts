import type { Order, OrderReference } from '../../../src/domain/order.ts';
import type { OrderResult } from '../../../src/domain/order-messages.ts';
import type { OrderState } from '../state/order-state.ts';

/** What a life ended with. */
export function resultOf(order: OrderReference, state: OrderState): OrderResult {
  const { stage, ended, newest, warehouseOrderId } = state;
  return {
    ...order,
    stage,
    endedAt: ended?.at ?? new Date().toISOString(),
    text: ended?.text ?? '',
    warehouseOrder: warehouseOrderId,
    productCodes: newest?.order === undefined ? undefined : productCodesOf(newest.order),
    seen:
      newest === undefined
        ? undefined
        : {
            changedAt: newest.changedAt,
            readAt: newest.readAt,
            hash: newest.hash,
            status: newest.status,
          },
  };
}

const mostProductCodes = 100;

function productCodesOf({ lines }: Order): string[] {
  const codes = lines.flatMap(({ article }) =>
    'productCode' in article ? article.productCode : [],
  );
  return [...new Set(codes)].slice(0, mostProductCodes);
}
