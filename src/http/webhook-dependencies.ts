import type { Logger } from 'pino';

import type { Configuration } from '../connections/configuration.ts';
import type { TemporalAccess } from '../temporal/temporal-access.ts';
import type { WebhookEventCounter } from './webhook-event-counts.ts';

/** What the webhooks work with. */
export interface WebhookDependencies {
  readonly access: TemporalAccess;
  /** Asked anew by every request, so that a changed configuration counts at once. */
  readonly configuration: () => Configuration;
  readonly counter: WebhookEventCounter;
  readonly log: Logger;
}
