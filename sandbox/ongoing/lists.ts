import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import type { Desk } from './desk.ts';
import { goodsOwnerOf } from './desk.ts';
import { acceptedQuery } from './query.ts';
import { okReply } from './replies.ts';
import { transporters } from './transporters.ts';

/** `GET /orders/statuses`. */
export function getOrderStatuses(desk: Desk, request: SandboxRequest): SandboxReply {
  acceptedQuery(desk, 'GET /orders/statuses', request);
  return okReply({ orderStatuses: desk.options.statuses });
}

/** `GET /orders/wayOfDeliveryTypes`. */
export function getWaysOfDelivery(desk: Desk, request: SandboxRequest): SandboxReply {
  const query = acceptedQuery(desk, 'GET /orders/wayOfDeliveryTypes', request);
  const goodsOwnerId = goodsOwnerOf(desk, query.goodsOwnerId ?? 0);
  return okReply({
    wayOfDeliveryTypes: desk.store.state.waysOfDelivery
      .filter((type) => type.goodsOwnerId === goodsOwnerId)
      .map((type) => ({ id: type.wayOfDeliveryTypeId, code: type.code, name: type.name })),
  });
}

/** `GET /transporterContracts`. */
export function getTransporterContracts(desk: Desk, request: SandboxRequest): SandboxReply {
  const query = acceptedQuery(desk, 'GET /transporterContracts', request);
  goodsOwnerOf(desk, query.goodsOwnerId ?? 0);
  return okReply(
    transporters.map((transporter) => ({
      ediCode: null,
      transporterName: transporter.name,
      transporterCode: transporter.code,
      transporterServiceCode: transporter.services[0]?.code ?? null,
      transporterServices: transporter.services.map((service) => ({
        transporterServiceName: service.name,
        transporterServiceCode: service.code,
      })),
    })),
  );
}
