import type { ClientDependencies } from '../../kit/pacing/paced-calls.ts';
import { readJson } from '../../kit/rest/exact-json.ts';
import type { RequestBy } from '../../kit/rest/exchange.ts';
import { RestClient } from '../../kit/rest/rest-client.ts';
import type { OperationBody, OrderDeskOperation, QueryOf } from '../contract/operations.ts';
import type { OrderDeskSettings } from '../settings.ts';
import { errors, failureInBody, saidBy } from './errors.ts';
import { pauseByTokens } from './token-bucket.ts';

type Bodies = {
  // What was read goes back as it came.
  [Operation in OrderDeskOperation]: Operation extends 'PUT /batch-inventory-items'
    ? readonly object[]
    : OperationBody<Operation>;
};

/** A request by the vendor's contract, and how its answer is read. */
export type OrderDeskExchange = RequestBy<Bodies, QueryOf<OrderDeskOperation>> & {
  /** The answer tells success for each entry, so that its own `error` isn't about all of them. */
  readonly resultForEach?: boolean;
};

/** The way to one store at Order Desk. Its bucket holds 20 requests and gets three a second. */
export class Client extends RestClient<OrderDeskExchange> {
  constructor(
    account: Pick<OrderDeskSettings, 'url' | 'storeId' | 'apiKey'>,
    deps: ClientDependencies,
  ) {
    super(
      {
        root: account.url.replace(/\/+$/, ''),
        headers: {
          'ORDERDESK-STORE-ID': account.storeId,
          'ORDERDESK-API-KEY': account.apiKey.reveal(),
        },
        contentType: 'application/json',
        readJson,
        errors,
        said: (_answer, body) => saidBy(body),
        failureInBody: (body, { resultForEach = false }, asked) =>
          failureInBody(body, resultForEach, asked),
        retryAfterHeader: 'x-retry-after',
        pauseUntil: ({ header }) => pauseByTokens(header('x-tokens-remaining'), Date.now()),
      },
      deps,
    );
  }
}
