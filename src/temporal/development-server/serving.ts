import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { Connection } from '@temporalio/client';

const betweenLooksMilliseconds = 50;

/**
 * Resolves when the server at the address answers, has the namespace and knows the search attributes:
 * it opens its port before all that is so.
 * @throws when `signal` aborts, with its reason
 */
export async function untilServing(
  address: string,
  namespace: string,
  searchAttributes: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  // gRPC waits a second after a refused connection; the port is open long before that.
  while (!(await accepts(address))) await sleep(betweenLooksMilliseconds, undefined, { signal });
  for (;;) {
    if (await isReady(address, namespace, searchAttributes)) return;
    await sleep(betweenLooksMilliseconds, undefined, { signal });
  }
}

async function isReady(
  address: string,
  namespace: string,
  searchAttributes: readonly string[],
): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 2_000 });
    await connection.workflowService.describeNamespace({ namespace });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace,
    });
    return searchAttributes.every((name) => name in customAttributes);
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

function accepts(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    const answer = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => {
      answer(true);
    });
    socket.once('error', () => {
      answer(false);
    });
  });
}
