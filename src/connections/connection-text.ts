import type { z } from 'zod';

import type { KeyPath } from '../systems/kit/settings/key-path.ts';
import type { ConfigurationDocument } from './file/read-document.ts';

/** One connection as its text has it. */
export interface ConnectionText {
  readonly document: ConfigurationDocument;
  /** Where it stands. */
  readonly base: KeyPath;
  /** What its keys mean, as far as that is known. */
  readonly schema: z.core.$ZodType;
  /** Keys whose values never stand in a message, also where they stand in the wrong place. */
  readonly secretKeys: ReadonlySet<string>;
}
