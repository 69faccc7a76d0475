import { readFile, rename, writeFile } from 'node:fs/promises';

import { z } from 'zod';

import type { SandboxVendor } from './vendor.ts';

const stateSchema = z.object({ version: z.literal(1), vendors: z.record(z.string(), z.unknown()) });

const quietMs = 150;
/** A big state takes long to write; then it is written less often, not all the time. */
const restFactor = 5;

/** The sandbox's memory on disk: written soon after a change, whole or not at all. */
export class StateFile {
  readonly #path: string;
  readonly #vendors: readonly SandboxVendor[];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #lastWriteMs = 0;
  #failure: string | undefined;
  #ended = false;

  constructor(path: string, vendors: readonly SandboxVendor[]) {
    this.#path = path;
    this.#vendors = vendors;
  }

  /** Gives the vendors what an earlier sandbox remembered. False where there was nothing. */
  async load(): Promise<boolean> {
    const text = await readFile(this.#path, 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return false;
    try {
      const stored = stateSchema.parse(JSON.parse(text));
      for (const vendor of this.#vendors) {
        if (stored.vendors[vendor.name] !== undefined) vendor.restore(stored.vendors[vendor.name]);
      }
    } catch (cause) {
      const words =
        "The sandbox's state file can't be read. Delete it to begin with a new sandbox.";
      throw new Error(words, { cause });
    }
    return true;
  }

  /** Something changed: write soon. */
  changed(): void {
    if (this.#ended) return;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#write();
      },
      Math.max(quietMs, this.#lastWriteMs * restFactor),
    ).unref();
  }

  /** Writes what is still to be written, and nothing any more after that. Throws where it failed. */
  async end(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#write();
    await this.#writing;
    if (this.#failure !== undefined)
      throw new Error(`The sandbox's state can't be stored (${this.#failure}).`);
  }

  #write(): void {
    this.#writing = this.#writing.then(async () => {
      const began = performance.now();
      const vendors = Object.fromEntries(
        this.#vendors.map((vendor) => [vendor.name, vendor.state()]),
      );
      const text = JSON.stringify({ version: 1, vendors });
      try {
        await writeFile(`${this.#path}.new`, text, { mode: 0o600 });
        await rename(`${this.#path}.new`, this.#path);
        this.#failure = undefined;
      } catch (error) {
        this.#failure = errorCode(error);
      }
      this.#lastWriteMs = performance.now() - began;
    });
  }
}

/** The code of an error of the operating system: `ENOENT`; the error's name where it has none. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
