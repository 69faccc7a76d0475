import { fstatSync } from 'node:fs';

const standardInput = 0;

/**
 * Calls back when the process that started this one is gone, however it ended: then the pipe that
 * it holds to our standard input closes. Without such a pipe (a terminal, a container) never.
 */
export function whenParentIsGone(callback: () => void): void {
  const input = fstatSync(standardInput);
  if (!input.isFIFO() && !input.isSocket()) return;
  process.stdin.once('end', callback).once('close', callback).once('error', callback).resume();
}
