/**
 * The sandbox as a process of its own: both vendors, the warehouse's floor and stockroom, and the
 * merchant's people.
 * Prints one line of JSON when it listens. Ends with code 0 on SIGTERM and SIGINT, and when
 * the process that started it is gone.
 */
import { create24SevenOffice } from '../24sevenoffice/24sevenoffice.ts';
import { seedMerchant } from './seeds/merchant.ts';
import { bothSources, createControlRoom } from '../control-room.ts';
import { createFloor } from './floor.ts';
import { paces } from './floor-plan.ts';
import { readArguments } from './main-arguments.ts';
import { createMerchantDay } from './merchant-day.ts';
import { merchantSide } from '../merchant-side.ts';
import { createOngoing } from '../ongoing/ongoing.ts';
import { demoAccount, type OngoingAccount } from '../ongoing/options.ts';
import { createOrderDesk } from '../orderdesk/orderdesk.ts';
import { seedShop } from './seeds/shop.ts';
import { shopSide } from '../orderdesk/shop-side.ts';
import { whenParentIsGone } from './parent-process.ts';
import { startSandbox } from '../server.ts';
import { createShopDay } from './shop-day.ts';
import { createStockroom } from './stockroom.ts';

/** How many orders come after the seeded ones. */
const laterOrders = 60;
const products = 20;
const customers = 12;
const seededBadOrders = 1;

/** The second customer's goods owner, at another warehouse of the same vendor. */
const goodsOwnerId = 201;
const shopsAccount: OngoingAccount = {
  warehouse: 'syd',
  username: 'sandbox',
  password: 'sandbox',
  goodsOwners: [{ id: goodsOwnerId, name: 'Havna' }],
};

async function main(): Promise<void> {
  const { port, state: stateFile, seed, orders, pace } = readArguments(process.argv.slice(2));
  const erp = create24SevenOffice();
  const ongoing = createOngoing({ accounts: [demoAccount, shopsAccount] });
  const shop = createOrderDesk();
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const sandbox = await startSandbox({
    port,
    stateFile,
    vendors: [erp, ongoing, shop],
    room: createControlRoom(ongoing, bothSources([merchantSide(erp), shopSide(shop)])),
    log,
  });
  if (!sandbox.restored) {
    const badOrders = orders > 0 ? seededBadOrders : 0;
    seedMerchant(erp, { orders, products, customers, seed, badOrders });
    // The second customer is smaller. Its articles are at the warehouse already.
    const { items } = seedShop(shop, { orders: Math.ceil(orders / 3), items: products, seed });
    for (const [position, articleNumber] of items.entries()) {
      ongoing.addArticle({ articleNumber, goodsOwnerId });
      ongoing.setStock(articleNumber, String(20 + position), goodsOwnerId);
    }
    sandbox.changed();
  }
  const changed = (): void => sandbox.changed();
  const floor = createFloor(ongoing, { pace: paces[pace], seed, changed });
  const merchant = createMerchantDay(erp, { seed, mostOrders: orders + laterOrders, changed });
  const stockroom = createStockroom(ongoing, { seed, changed });
  const buyers = createShopDay(shop, { seed, mostOrders: orders + laterOrders, changed });
  const people = [floor, stockroom, merchant, buyers];
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
    orderdesk: `${sandbox.url}/${shop.name}`,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

main().catch((error: unknown) => {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exit(1);
});
