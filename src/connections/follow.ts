import { statSync } from 'node:fs';

import type { Configuration } from './configuration.ts';
import { loadConfiguration, type LoadOptions } from './load.ts';

const lookEveryMs = 2_000;

export interface FollowOptions extends LoadOptions {
  readonly onChange: (configuration: Configuration) => Promise<void>;
  /** The file changed and can't be used as it is: its faults, a line each. */
  readonly onFault: (faults: readonly string[]) => void;
}

/**
 * Looks every two seconds whether the configuration file changed. Looking, not watching: mounted
 * files and files that editors replace don't send events reliably.
 */
export function followConfiguration(file: string, options: FollowOptions): { stop: () => void } {
  let seen = stamp(file);
  let busy = false;
  const look = async () => {
    const now = stamp(file);
    if (now === seen || now === undefined) return;
    seen = now;
    const loaded = loadConfiguration(file, options);
    if (loaded.ok) await options.onChange(loaded.configuration);
    else options.onFault(loaded.faults.map(({ text }) => text));
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    look()
      .catch((error: unknown) => options.onFault([String(error)]))
      .finally(() => {
        busy = false;
      });
  }, lookEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

function stamp(file: string): string | undefined {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    // Being replaced at this moment: the next look sees it.
    return undefined;
  }
}
