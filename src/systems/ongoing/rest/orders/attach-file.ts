import type { OrderReference } from '../../../../domain/order.ts';
import type { SystemFailure } from '../../../../domain/system-failure.ts';
import type { CallContext } from '../../../kit/call-context.ts';
import type { OrderFile } from '../../../ports/warehouse.ts';
import { Refusal } from '../../../kit/errors/failures.ts';
import { errors, systemName } from '../errors.ts';
import { fileWrittenSchema } from '../schema.ts';
import type { Transport } from '../transport.ts';
import { presentable } from '../vendor-words.ts';

/**
 * Attaches a file to an order, by its name: the vendor's POST would make another one each time. The
 * answer's `success` counts beside the HTTP status.
 */
export async function attachFile(
  transport: Transport,
  order: OrderReference & { readonly warehouseOrderId: string },
  file: OrderFile,
  call: CallContext,
): Promise<void> {
  const { warehouseOrderId } = order;
  const echoes = { personal: [], known: [order.number, order.id, warehouseOrderId] };
  try {
    const { value } = await transport.call(call, {
      operation: 'PUT /orders/{orderId}/files',
      ids: { orderId: warehouseOrderId },
      query: [['fileName', file.name]],
      body: { mimeType: file.mimeType, fileDataBase64: file.base64 },
      schema: fileWrittenSchema,
      echoes,
    });
    if (!value.success) throw refused(presentable(value.message ?? '', echoes));
  } catch (error) {
    throw error instanceof Refusal ? refused(error.words) : error;
  }
}

function refused(words: string): SystemFailure {
  const said = words === '' ? ' without a reason' : `: “${words}”`;
  const problem = `${systemName} refuses the file${said}.`;
  const todo = 'Ask the warehouse whether it can take the file.';
  return errors.attention(problem, { field: 'The packing slip', problem, todo }, 'packing slip');
}
