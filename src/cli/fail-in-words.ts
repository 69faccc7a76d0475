import pc from 'picocolors';

import { PortNotFree } from '../http/start-http.ts';
import { TemporalUnreachable } from '../temporal/temporal-access.ts';
import { DevelopmentServerProblem } from '../temporal/development-server/problem.ts';
import { Problem } from './problem.ts';

/** Prints a failure as one message, never a stack, and gives the exit code. */
export function failInWords(error: unknown): number {
  if (error instanceof Problem) {
    print(error.message);
    return error.exitCode;
  }
  if (
    error instanceof TemporalUnreachable ||
    error instanceof DevelopmentServerProblem ||
    error instanceof PortNotFree
  ) {
    print(error.message);
    return 1;
  }
  const text = error instanceof Error ? error.message : String(error);
  print(
    `${text}\nThis looks like a fault in Crossdock. Set CROSSDOCK_LOG_LEVEL=debug for more, and please report it.`,
  );
  if (process.env['CROSSDOCK_LOG_LEVEL'] === 'debug') console.error(error);
  return 1;
}

function print(message: string): void {
  process.stderr.write(`${pc.red('crossdock:')} ${message}\n`);
}
