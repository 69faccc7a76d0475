import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the recorded histories lie, as `temporal workflow show -o json` gives them: those of 0.1.0, and
 * later ones in a folder of their own. What is there stays as it is.
 */
export const historiesFolder = fileURLToPath(new URL('../histories/', import.meta.url));

/** Where new ones are recorded. */
export const recordedFolder = `${historiesFolder}0.2/`;

export interface StoredHistory {
  /** What happens in it: `happy-path`, `0.2/happy-path`. */
  readonly name: string;
  readonly text: string;
  readonly history: unknown;
}

export function storedHistories(): StoredHistory[] {
  return readdirSync(historiesFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const text = readFileSync(`${historiesFolder}${file}`, 'utf8');
      return { name: file.replace(/\.json$/, ''), text, history: JSON.parse(text) as unknown };
    });
}
