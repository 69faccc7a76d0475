import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection } from '@temporalio/worker';

/** Where Temporal is, as the standard `TEMPORAL_*` variables and `temporal.toml` say. */
export interface TemporalAddress {
  readonly address: string;
  readonly namespace: string;
}

/** An open way to a Temporal namespace. */
export interface TemporalAccess {
  readonly namespace: string;
  readonly address: string;
  readonly client: Client;
  /** For workers; opened on first use. */
  readonly native: () => Promise<NativeConnection>;
  readonly close: () => Promise<void>;
}

/** The server can't be reached, in words. */
export class TemporalUnreachable extends Error {
  override readonly name = 'TemporalUnreachable';
}

const connectTimeoutMs = 10_000;

/**
 * Connects to Temporal.
 * @param at a server that is known already (the development server); else the environment decides
 */
export async function openTemporal(at?: TemporalAddress): Promise<TemporalAccess> {
  const configured = loadClientConnectConfig();
  const address = at?.address ?? configured.connectionOptions.address ?? 'localhost:7233';
  const options = { ...configured.connectionOptions, address };
  const namespace = at?.namespace ?? configured.namespace ?? 'default';
  let connection: Connection;
  try {
    connection = await Connection.connect({ ...options, connectTimeout: connectTimeoutMs });
  } catch (error) {
    throw new TemporalUnreachable(
      `Temporal can’t be reached at ${address}. Set TEMPORAL_ADDRESS (and TEMPORAL_NAMESPACE, TEMPORAL_API_KEY or TEMPORAL_TLS_… where needed), or start a server; \`crossdock dev\` brings its own.`,
      { cause: error },
    );
  }
  let native: Promise<NativeConnection> | undefined;
  return {
    namespace,
    address,
    client: new Client({ connection, namespace }),
    native: async () => await (native ??= NativeConnection.connect(options)),
    close: async () => {
      await connection.close();
      if (native !== undefined) await (await native).close();
    },
  };
}
