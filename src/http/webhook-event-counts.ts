import type { Metrics } from '../temporal/metrics/metrics.ts';

/** How many webhook events came, by connection and by what became of them: `nordlys: { taken: 3 }`. */
export type WebhookEventCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Counts webhook events since the start of the process. */
export class WebhookEventCounter {
  readonly #counts: Record<string, Record<string, number>> = {};
  readonly #metrics: Metrics | undefined;

  constructor(metrics: Metrics | undefined) {
    this.#metrics = metrics;
  }

  count(connection: string, outcome: string): void {
    const counts = (this.#counts[connection] ??= {});
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    this.#metrics?.webhookEvent(connection, outcome);
  }

  get counts(): WebhookEventCounts {
    return structuredClone(this.#counts);
  }
}
