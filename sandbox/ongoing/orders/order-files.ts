import type { SandboxReply, SandboxRequest } from '../../vendor.ts';
import { acceptedBody } from '../accepted-body.ts';
import { file as fileShape } from '../../../src/systems/ongoing/contract/order.ts';
import type { Desk } from '../desk.ts';
import { orderOf } from '../desk.ts';
import { Refusal } from '../../rest/refusal.ts';
import { acceptedQuery } from '../query.ts';
import { okReply } from '../replies.ts';
import { textIn } from '../vendor-json.ts';

/** Without groups: on megabytes of text a repeated group runs out of stack. */
const isBase64 = (text: string): boolean =>
  text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

/** `GET /orders/{orderId}/files`: every file of an order, with its content. */
export function getOrderFiles(desk: Desk, request: SandboxRequest, orderId: number): SandboxReply {
  acceptedQuery(desk, 'GET /orders/{orderId}/files', request);
  const order = orderOf(desk, orderId);
  return okReply(
    order.files.map(({ fileId, name, mimeType, base64: data }) => ({
      fileId,
      orderId,
      articleSystemId: null,
      purchaseOrderId: null,
      fileName: name,
      mimeType,
      fileDataBase64: data,
    })),
  );
}

/** `PUT /orders/{orderId}/files?fileName=…`: adds a file, or replaces the one of that name. */
export function putOrderFile(desk: Desk, request: SandboxRequest, orderId: number): SandboxReply {
  const { fileName: name = '' } = acceptedQuery(desk, 'PUT /orders/{orderId}/files', request);
  const order = orderOf(desk, orderId);
  const body = acceptedBody(request, fileShape);
  const data = textIn(body, 'fileDataBase64') ?? '';
  if (!isBase64(data)) throw new Refusal(400, 'fileDataBase64 must be Base64.');
  const held = order.files.find((file) => file.name === name);
  const file = {
    fileId: held?.fileId ?? desk.store.nextId(),
    name,
    mimeType: textIn(body, 'mimeType') ?? '',
    base64: data,
  };
  order.files = [...order.files.filter((one) => one !== held), file];
  return okReply({
    fileId: file.fileId,
    success: true,
    message: `File ${name} ${held === undefined ? 'created' : 'updated'}.`,
  });
}
