import { z } from 'zod';

/** What the reference says of one key. */
export interface KeyMeaning {
  readonly description: string;
  /** The kind of value, in words: `duration`. */
  readonly type: string;
  readonly example?: string;
  /** Its value never stands in a message. */
  readonly secret?: boolean;
}

/** Why a text is refused: what follows after the text in a message, `is not a duration; …`. */
export class Refusal {
  readonly says: string;

  constructor(says: string) {
    this.says = says;
  }
}

/** A key whose text `read` turns into a value or refuses. */
export function field<Value>(
  meaning: KeyMeaning,
  read: (text: string) => Value | Refusal,
): z.ZodPipe<z.ZodString, z.ZodTransform<Value, string>> {
  const schema = z.string().transform((text, context): Value => {
    const value = read(text);
    if (!(value instanceof Refusal)) return value;
    context.issues.push({ code: 'custom', input: text, message: value.says });
    return z.NEVER;
  });
  return schema.meta({ ...meaning });
}
