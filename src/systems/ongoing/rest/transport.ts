import type { ClientDependencies } from '../../kit/pacing/paced-calls.ts';
import { readJsonAsText } from '../../kit/rest/exact-json.ts';
import type { RequestBy } from '../../kit/rest/exchange.ts';
import { RestClient } from '../../kit/rest/rest-client.ts';
import type { OngoingOperation, OperationBody, QueryOf } from '../contract/operations.ts';
import type { OngoingSettings } from '../settings.ts';
import { errors, saidBy } from './errors.ts';
import { type Echoes, noEchoes } from './vendor-words.ts';

type Bodies = { [Operation in OngoingOperation]: OperationBody<Operation> };

/** A parameter that one of the operations has. */
export type OngoingParameter = QueryOf<OngoingOperation>;

/** A request by the vendor's contract, and what its refusal may repeat. */
export type OngoingExchange = RequestBy<Bodies, OngoingParameter> & { readonly echoes?: Echoes };

/**
 * The way to Ongoing's REST API: HTTP Basic, and numbers as text. A key of a query stands once for
 * each of its values: the vendor matches nothing where they are joined.
 */
export class Transport extends RestClient<OngoingExchange> {
  readonly settings: OngoingSettings;

  constructor(settings: OngoingSettings, deps: ClientDependencies) {
    const { username, password } = settings;
    const credentials = Buffer.from(`${username}:${password.reveal()}`).toString('base64');
    super(
      {
        root: `${settings.url.replace(/\/+$/, '')}/api/v1`,
        headers: { authorization: `Basic ${credentials}` },
        contentType: 'application/json; charset=utf-8',
        readJson: readJsonAsText,
        errors,
        said: (answer, body, { echoes = noEchoes }) => saidBy(answer.body, body, echoes),
      },
      deps,
    );
    this.settings = settings;
  }
}
