/**
 * The sandbox as a process of its own: both vendors, the warehouse's floor and stockroom, and the
 * merchant's people.
 * Prints one line of JSON when it listens. Ends with code 0 on SIGTERM and SIGINT, and when
 * the process that started it is gone.
 */
import { create24SevenOffice } from './24sevenoffice/24sevenoffice.ts';
import { seedMerchant } from './24sevenoffice/seed.ts';
import { createControlRoom } from './control-room.ts';
import { createFloor } from './floor.ts';
import { paces } from './floor-plan.ts';
import { readArguments } from './main-arguments.ts';
import { createMerchantDay } from './merchant-day.ts';
import { merchantSide } from './merchant-side.ts';
import { createOngoing } from './ongoing/ongoing.ts';
import { whenParentIsGone } from './parent-process.ts';
import { startSandbox } from './server.ts';
import { createStockroom } from './stockroom.ts';

/** How many orders come after the seeded ones. */
const laterOrders = 60;
const products = 20;
const customers = 12;
const seededBadOrders = 1;

async function main(): Promise<void> {
  const { port, stateFile, seed, orders, pace } = readArguments(process.argv.slice(2));
  const erp = create24SevenOffice();
  const ongoing = createOngoing();
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const sandbox = await startSandbox({
    port,
    vendors: [erp, ongoing],
    room: createControlRoom(ongoing, merchantSide(erp)),
    log,
    ...(stateFile === undefined ? {} : { stateFile }),
  });
  if (!sandbox.restored) {
    const badOrders = orders > 0 ? seededBadOrders : 0;
    seedMerchant(erp, { orders, products, customers, seed, badOrders });
    sandbox.changed();
  }
  const changed = (): void => sandbox.changed();
  const floor = createFloor(ongoing, { pace: paces[pace], seed, changed });
  const merchant = createMerchantDay(erp, { seed, mostOrders: orders + laterOrders, changed });
  const stockroom = createStockroom(ongoing, { seed, changed });
  const people = [floor, stockroom, merchant];
  for (const each of people) each.start();

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    for (const each of people) each.stop();
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log(wordsOf(error));
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  whenParentIsGone(end);

  const [account] = ongoing.options.accounts;
  const ready = {
    ready: true,
    port: sandbox.port,
    url: sandbox.url,
    '24sevenoffice': `${sandbox.url}/${erp.name}`,
    ongoing: `${sandbox.url}/${ongoing.name}/${account?.warehouse ?? ''}`,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

main().catch((error: unknown) => {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exit(1);
});
