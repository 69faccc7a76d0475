import type { MetricMeter } from '@temporalio/common';

import type { End } from '../../domain/incident.ts';
import type { CallRecord } from '../../systems/kit/call-context.ts';

/**
 * Crossdock's own counters and timings, kept beside the SDK's. Labels come from small sets: names of
 * connections, systems, operations and outcomes; never an order, a person or an address.
 */
export class Metrics {
  readonly #calls;
  readonly #callers;
  readonly #activities;
  readonly #webhookEvents;
  readonly #circuits;
  readonly #lag;

  /** @param meter one that keeps nothing where nobody asks for metrics */
  constructor(meter: MetricMeter) {
    const timing = (name: string, of: string) =>
      meter.createHistogram(name, 'float', 'seconds', `Time of ${of}, and how many there were`);
    this.#calls = timing('crossdock_vendor_call', 'requests to a vendor’s system');
    this.#callers = meter.createCounter(
      'crossdock_vendor_callers',
      '',
      'Those who were served by requests to a vendor’s system: more than the requests where they share',
    );
    this.#activities = timing('crossdock_activity', 'attempts of activities');
    this.#webhookEvents = meter.createCounter(
      'crossdock_webhook_events',
      '',
      'Calls of a vendor’s webhook, by what became of them',
    );
    this.#circuits = meter.createGauge(
      'crossdock_circuit_breaker_open',
      'int',
      '',
      '1 while an end of a connection is in trouble and isn’t called, else 0',
    );
    this.#lag = meter.createGauge(
      'crossdock_event_loop_lag_seconds',
      'float',
      'seconds',
      'The longest time since the last look in which the process served nobody',
    );
  }

  vendorCall({ system, operation, outcome, milliseconds, sharedBy }: CallRecord): void {
    this.#calls.record(milliseconds / 1_000, { system, operation, outcome });
    this.#callers.add(sharedBy, { system, operation });
  }

  activity(activity: string, outcome: string, milliseconds: number): void {
    this.#activities.record(milliseconds / 1_000, { activity, outcome });
  }

  webhookEvent(connection: string, outcome: string): void {
    this.#webhookEvents.add(1, { connection, outcome });
  }

  circuitBreaker(connection: string, end: End, isOpen: boolean): void {
    this.#circuits.set(isOpen ? 1 : 0, { connection, end });
  }

  eventLoopLag(milliseconds: number): void {
    this.#lag.set(milliseconds / 1_000);
  }
}
