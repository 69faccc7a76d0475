import { SystemFailure } from '../../../domain/system-failure.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { Batch } from '../../kit/pacing/batch.ts';
import type { Permit } from '../../kit/pacing/rate-limiter.ts';
import type { Client } from '../soap/client.ts';
import { FaultAnswer, JoinedWriteFailed } from '../errors/failures.ts';
import { asSentence } from '../../kit/words/vendor-words.ts';
import { errors } from '../errors/errors.ts';
import { vendorWords } from '../errors/fault-text.ts';
import { type OrderWrite, saveOrders } from './order-requests.ts';
import type { ApiException } from '../schema/api-exception.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';
import { systemName } from '../system-name.ts';

const maxOrders = 100;
const windowMs = 300;
/** Exceptions by which the vendor's own house fails, rather than the order: they pass. */
const passing = /DataBaseServer|Timeout|Deadlock/i;

/** Writes statuses, with the text that goes with them, joined with others who write at the same time; each gets its own order's outcome. */
export function statusWriter(client: Client) {
  const joined = new Batch<OrderWrite, true>(client, {
    maxItems: maxOrders,
    windowMs,
    request: save,
    // Not by itself: what the fault left behind is to be read before anything is written again.
    splits: () => false,
  });

  /**
   * Writes one order's status, joined with others. Throws where 24SevenOffice didn't confirm it for
   * this very order, and `JoinedWriteFailed` where it refused all of them together.
   */
  async function write(toWrite: OrderWrite, call: CallContext): Promise<void> {
    await joined.add(toWrite, call);
  }

  /** The same in a request of its own. */
  async function writeAlone(toWrite: OrderWrite, call: CallContext): Promise<void> {
    const [outcome] = await client.withPermit(
      call,
      async (permit) => await save([toWrite], permit),
    );
    if (outcome instanceof SystemFailure) throw outcome;
  }

  async function save(
    writes: readonly OrderWrite[],
    permit: Permit,
  ): Promise<(true | SystemFailure)[]> {
    const echoes = await send(writes, permit);
    return writes.map(({ id }, index) => {
      const echo = echoes.find((order) => order.OrderId === id) ?? nameless(echoes, writes, index);
      if (echo === undefined) return errors.unconfirmed(`the status of order ${id}`);
      return echo.APIException === undefined ? true : refused(id, echo.APIException);
    });
  }

  async function send(writes: readonly OrderWrite[], permit: Permit) {
    try {
      const request = { ...saveOrders(writes), sharedBy: writes.length };
      return (await client.send(request, permit)).value;
    } catch (error) {
      if (!(error instanceof FaultAnswer) || writes.length === 1) throw error;
      throw new JoinedWriteFailed(systemName, error.message, error.decision, { cause: error });
    }
  }

  return { write, writeAlone };
}
export type StatusWriter = ReturnType<typeof statusWriter>;

/** A refused order may come back without its id; its place among as many tells which one it is. */
function nameless(
  echoes: readonly InvoiceOrder[],
  writes: readonly OrderWrite[],
  index: number,
): InvoiceOrder | undefined {
  const echo = echoes.length === writes.length ? echoes[index] : undefined;
  return echo?.OrderId === undefined && echo?.APIException !== undefined ? echo : undefined;
}

function refused(id: string, { Type, Message }: ApiException): SystemFailure {
  const words = asSentence(vendorWords(Message ?? Type ?? 'no reason given'));
  if (passing.test(Type ?? '')) {
    return errors.retry(`refused the status of order ${id}: ${words}`);
  }
  return errors.attention(`${systemName} refused the status of order ${id}: ${words}`, {
    field: 'Status',
    problem: `${systemName} refused the new status: ${words}`,
    todo: `Correct the order in ${systemName}, or set the status there by hand.`,
  });
}
