import type { Shape } from './field.ts';
import { text } from './field.ts';

/** The pair by which the vendor names nearly everything that its administrators set up. */
export const codeAndName = (nameLength?: number): Shape => ({
  code: text(),
  name: text(nameLength),
});
