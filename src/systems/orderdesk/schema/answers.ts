import { z } from 'zod';

import { anyOrder } from './order.ts';
import { fields, listOf, maybeId, text } from './scalars.ts';

/** Any answer that only has to be a success. */
export const done = z.looseObject({});

/** `GET /orders`. Its `total_records` isn't read: it was seen to be wrong. */
export const orderList = z.object({ orders: listOf(anyOrder) });

/** `GET /orders/{id}`, and what writing to an order gives. */
export const oneOrder = z.object({ order: anyOrder });

/** `GET /store`: only the folders, since the rest holds secrets. */
export const store = z.object({ store: z.object({ folders: fields }) });

/** `POST /move-orders`. */
export const moved = z.object({
  results: listOf(
    z.object({ order_id: maybeId, message: text, status: text, original_folder_id: maybeId }),
  ),
});

/** `POST /batch-shipments`: a result for each entry, in the order of the request. */
export const shipmentsAdded = z.object({
  results: listOf(z.object({ order_id: maybeId.catch(undefined), status: text, message: text })),
});
