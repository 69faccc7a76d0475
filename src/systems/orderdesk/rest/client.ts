import type { ClientDependencies } from '../../kit/pacing/paced-calls.ts';
import { readJson } from '../../kit/rest/exact-json.ts';
import { RestClient } from '../../kit/rest/rest-client.ts';
import type { OrderDeskSettings } from '../settings.ts';
import { systemName } from '../system-name.ts';
import { errors, failureInBody, saidBy } from './errors.ts';
import { pauseByTokens } from './token-bucket.ts';

/** What a request to this vendor says beside the request. */
export interface OrderDeskExchange {
  /** The answer tells success for each entry, so that its own `error` isn't about all of them. */
  readonly resultForEach?: boolean;
}

/** The way to one store at Order Desk. Its bucket holds 20 requests and gets three a second. */
export class Client extends RestClient<OrderDeskExchange> {
  constructor(
    account: Pick<OrderDeskSettings, 'url' | 'storeId' | 'apiKey'>,
    deps: ClientDependencies,
  ) {
    super(
      {
        name: systemName,
        root: account.url.replace(/\/+$/, ''),
        headers: {
          'ORDERDESK-STORE-ID': account.storeId,
          'ORDERDESK-API-KEY': account.apiKey,
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
