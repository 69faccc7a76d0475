import { Context } from '@temporalio/activity';

import { SystemFailure } from '../../src/domain/system-failure.ts';
import { priorities } from '../../src/systems/kit/call-context.ts';
import { withAttention } from '../../src/systems/packing-slip/failures.ts';
import { fetchPackingSlip } from '../../src/systems/packing-slip/fetch.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import type { PackingSlipStep } from './order-arguments.ts';
import { vendorCall } from '../vendor-call.ts';

/** The order waits while its packing slip is fetched, so a slow host is soon left alone. */
const fetchTimeoutMs = 20_000;
const fetchAttempts = 2;

/** The packing slip's way to the warehouse's order. Harmless twice: it keeps its name. */
export function attachPackingSlip({ connection }: ActivityDependencies) {
  return {
    async attachPackingSlip({ order, warehouseOrderId, url }: PackingSlipStep): Promise<void> {
      const { warehouse, packingSlips } = connection();
      const call = vendorCall(priorities.report);
      const { attempt } = Context.current().info;
      const pdf = await fetchPackingSlip(url, {
        allowHosts: packingSlips.allowHosts,
        timeoutMs: fetchTimeoutMs,
        signal: call.signal,
      }).catch((error: unknown) => {
        const isLast = attempt >= fetchAttempts && error instanceof SystemFailure;
        throw isLast ? withAttention(error) : error;
      });
      const file = {
        name: fileNameOf(order.number),
        mimeType: 'application/pdf',
        base64: pdf.toString('base64'),
      };
      await warehouse.attach({ ...order, warehouseOrderId }, file, call);
    },
  };
}

const fileNameOf = (number: string): string =>
  `packing-slip-${number.replaceAll(/[^\p{L}\p{N}._-]/gu, '-')}.pdf`;
