import { createOngoing, type OngoingSandbox } from '../../../sandbox/ongoing/ongoing.ts';
import { demoAccount, type OngoingOptions } from '../../../sandbox/ongoing/options.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { openOngoingRest } from '../../../src/systems/ongoing/rest/open.ts';
import { resolved, settings } from '../../../src/systems/ongoing/settings.ts';
import { CircuitBreaker } from '../../../src/systems/kit/pacing/circuit-breaker.ts';
import { RateLimiter } from '../../../src/systems/kit/pacing/rate-limiter.ts';

/** A client, and the simulated vendor that it talks to over a real socket. */
export interface SandboxWarehouse {
  readonly vendor: OngoingSandbox;
  readonly sandbox: Sandbox;
  readonly warehouse: ReturnType<typeof openOngoingRest>;
  /** The operations that were called so far. */
  readonly operations: string[];
}

export async function openSandboxWarehouse(
  options: Partial<OngoingOptions> = {},
): Promise<SandboxWarehouse> {
  const vendor = createOngoing(options);
  const sandbox = await startSandbox({ vendors: [vendor] });
  const operations: string[] = [];
  const warehouse = openOngoingRest(
    resolved(
      settings.parse({
        warehouse: {
          url: `${sandbox.url}/ongoing/${demoAccount.warehouse}`,
          username: demoAccount.username,
          password: demoAccount.password,
          goodsOwnerId: String(demoAccount.goodsOwners[0]?.id),
        },
      }),
      'shipped',
    ),
    {
      limiter: new RateLimiter({ system: 'Ongoing WMS', concurrency: 1, requestTimeoutMs: 10_000 }),
      breaker: new CircuitBreaker({ system: 'Ongoing WMS' }),
      observe: ({ operation }) => void operations.push(operation),
      waits: { gatherMs: 1, readBackMs: [20, 20, 20] },
    },
  );
  return { vendor, sandbox, warehouse, operations };
}
