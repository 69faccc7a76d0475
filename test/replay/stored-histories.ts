import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the recorded histories lie, as `temporal workflow show -o json` gives them. */
export const historiesFolder = fileURLToPath(new URL('../histories/', import.meta.url));

export interface StoredHistory {
  /** What happens in it: `happy-path`. */
  readonly name: string;
  readonly text: string;
  readonly history: unknown;
}

export function storedHistories(): StoredHistory[] {
  return readdirSync(historiesFolder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const text = readFileSync(`${historiesFolder}${file}`, 'utf8');
      return { name: file.replace(/\.json$/, ''), text, history: JSON.parse(text) as unknown };
    });
}
