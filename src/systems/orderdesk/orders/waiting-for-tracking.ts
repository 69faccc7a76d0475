import type { Instant } from '../../../domain/order.ts';
import type { Shipment } from '../../../domain/shipment.ts';
import type { OrderDeskSettings } from '../settings.ts';

const shortestWaitMs = 60_000;

/**
 * Until when a report waits for tracking; undefined where it needn't. Where orders are reported as soon
 * as tracking is there, the goods may not have left yet: then the time only begins when they have.
 */
export function waitsUntil(
  shipment: Shipment,
  seenShippedAt: Instant,
  settings: Pick<OrderDeskSettings['shipments'], 'reportAt' | 'waitForTracking'>,
  nowMs: number,
): Instant | undefined {
  if (shipment.tracking.length > 0) return undefined;
  const { waitForTracking } = settings;
  const reportAvailable = settings.reportAt === 'available';
  if (reportAvailable && shipment.shippedAt === undefined) {
    return new Date(nowMs + Math.max(waitForTracking, shortestWaitMs)).toISOString();
  }
  const left =
    reportAvailable && shipment.shippedAt !== undefined
      ? Math.max(Date.parse(shipment.shippedAt), Date.parse(seenShippedAt))
      : Date.parse(seenShippedAt);
  const until = left + waitForTracking;
  return until > nowMs ? new Date(until).toISOString() : undefined;
}
