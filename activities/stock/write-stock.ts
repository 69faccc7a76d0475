import { z } from 'zod';
import PQueue from 'p-queue';

import { compareDecimals, isDecimalText } from '../../src/domain/decimal.ts';
import type { RunReport } from '../../src/domain/syncs/run-report.ts';
import type { StockDifference } from '../../src/domain/syncs/stock-run.ts';
import { priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import { recall, remember } from '../activity-run.ts';
import { counted } from '../counted.ts';
import { PageReport } from '../syncs/page-report.ts';
import { withRegistry } from '../syncs/registry.ts';
import { vendorCall } from '../vendor-call.ts';

const writesAtATime = 50;

const ways = z.enum(['written', 'equal by now', 'not at the source']);
type Settled = z.infer<typeof ways>;
const details = z.array(z.tuple([z.string(), ways]));

/** Writes quantities to the source, each only if it still differs there. */
export function writeStock({ connection, tell }: ActivityDependencies) {
  return {
    async writeStock(differences: readonly StockDifference[]): Promise<RunReport> {
      const { open, registry } = withRegistry(connection);
      const call = vendorCall(priorities.stock);
      const report = new PageReport(0);
      // One that was refused is tried again.
      const settled = new Map(recall(details));
      const left = differences.filter(([code]) => !settled.has(code));
      const products = await registry.source.readProducts(
        left.map(([code]) => code),
        call,
      );
      const byCode = new Map(products.map((product) => [product.productCode, product]));
      const settle = (code: string, how: Settled) => {
        settled.set(code, how);
        remember([...settled]);
      };
      const write = async ([code, quantity]: StockDifference): Promise<void> => {
        const product = byCode.get(code);
        if (product === undefined) {
          settle(code, 'not at the source');
        } else if (isEqual(product.stock, quantity)) {
          settle(code, 'equal by now');
        } else {
          const outcome = await registry.source.setStock(code, quantity, call);
          if (outcome.kind === 'written') settle(code, 'written');
          else report.failed(product.label, outcome.why);
        }
      };
      // Several at a time, so that a source that takes many in one request gets them so. None goes
      // on when the attempt ends: the next one would meet it.
      const queue = new PQueue({ concurrency: writesAtATime });
      const ends = await Promise.allSettled(
        left.map(async (one) => await queue.add(async () => await write(one))),
      );
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      let written = 0;
      for (const how of settled.values()) {
        if (how === 'not at the source') report.skipped(how);
        else report.done(how);
        if (how === 'written') written += 1;
      }
      if (written > 0) {
        tell(`stock of ${counted(written, 'product')} set in ${open.source.name}`);
      }
      return report.toJSON();
    },
  };
}

function isEqual(stock: string | undefined, quantity: string): boolean {
  return stock !== undefined && isDecimalText(stock) && compareDecimals(stock, quantity) === 0;
}
