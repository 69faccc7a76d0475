import { Context } from '@temporalio/activity';
import PQueue from 'p-queue';

import { compareDecimals, isDecimalText } from '../src/domain/decimal.ts';
import type { RunReport } from '../src/domain/run-report.ts';
import type { StockDifference } from '../src/domain/stock-run.ts';
import { priorities } from '../src/systems/call.ts';
import type { ActivityDependencies } from './activity-dependencies.ts';
import { counted } from './counted.ts';
import { atBoundary } from './failure-boundary.ts';
import { PageReport } from './page-report.ts';
import { withRegistry } from './registry.ts';
import { vendorCall } from './vendor-call.ts';

const writesAtATime = 50;

/** Writes quantities to the source, each only if it still differs there. */
export function writeStock({ connection, tell }: ActivityDependencies) {
  return {
    async writeStock(differences: readonly StockDifference[]): Promise<RunReport> {
      return await atBoundary(async (remember) => {
        const { open, registry } = withRegistry(connection);
        const call = vendorCall(priorities.stock);
        const report = new PageReport(0);
        const done = alreadyWritten();
        const left = differences.filter(([code]) => !done.has(code));
        const products = await registry.source.readProducts(
          left.map(([code]) => code),
          call,
        );
        const byCode = new Map(products.map((product) => [product.productCode, product]));
        let written = 0;
        const write = async ([code, quantity]: StockDifference) => {
          const product = byCode.get(code);
          if (product === undefined) {
            report.skipped('not at the source');
          } else if (isEqual(product.stock, quantity)) {
            report.done('equal by now');
          } else {
            const outcome = await registry.source.setStock(code, quantity, call);
            if (outcome.kind === 'written') {
              written += 1;
              report.done('written');
            } else report.failed(product.label, outcome.why);
          }
          done.add(code);
          remember([...done]);
        };
        // Several at a time, so that a source that takes many in one request gets them so.
        const queue = new PQueue({ concurrency: writesAtATime });
        await Promise.all(left.map(async (one) => await queue.add(async () => await write(one))));
        if (written > 0) {
          tell({
            connection: open.id,
            text: `stock of ${counted(written, 'product')} set in ${open.source.name}`,
          });
        }
        return report.toJSON();
      });
    },
  };
}

export type WriteStock = ReturnType<typeof writeStock>;

function isEqual(stock: string | undefined, quantity: string): boolean {
  return stock !== undefined && isDecimalText(stock) && compareDecimals(stock, quantity) === 0;
}

function alreadyWritten(): Set<string> {
  const details: unknown = Context.current().info.heartbeatDetails;
  return new Set(Array.isArray(details) ? details.map(String) : []);
}
