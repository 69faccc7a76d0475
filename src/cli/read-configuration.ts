import type { Configuration } from '../connections/configuration.ts';
import { findConfiguration } from '../connections/find.ts';
import { loadConfiguration } from '../connections/load.ts';
import { Problem } from './problem.ts';

/** The configuration that a command works with; its faults end the command, all of them in one go. */
export function readConfiguration(path: string | undefined): Configuration {
  const file = findConfiguration({ option: path, env: process.env });
  const loaded = loadConfiguration(file, { env: process.env });
  if (loaded.ok) return loaded.configuration;
  const faults = loaded.faults.map((fault) => fault.text);
  throw new Problem(`${file} can’t be used:\n${faults.join('\n')}`, 2);
}
