import { execa } from 'execa';

/** The ids of all processes that a process started, and those that they started. */
export async function descendantsOf(pid: number): Promise<number[]> {
  const { stdout } = await execa('ps', ['-A', '-o', 'pid=,ppid=']);
  const parents = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): number[] =>
    parents
      .filter(([, ppid]) => ppid === parent)
      .flatMap(([child]) => (child === undefined ? [] : [child, ...childrenOf(child)]));
  return childrenOf(pid);
}

/** Those of the processes that are still there. */
export function stillThere(pids: readonly number[]): number[] {
  return pids.filter((pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  });
}
