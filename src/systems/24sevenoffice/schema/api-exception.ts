import { z } from 'zod';

import { part, text } from './scalars.ts';

/**
 * What went wrong with one item of an answer that is otherwise fine. Its stack trace is left unread:
 * it shows the vendor's internals.
 */
export const apiExceptionSchema = z.object({ Type: text, Message: text });
export type ApiException = z.infer<typeof apiExceptionSchema>;

/** The exception of an item; one without any text means that there is none. */
export const apiException = part(apiExceptionSchema).transform((exception) =>
  exception?.Type === undefined && exception?.Message === undefined ? undefined : exception,
);
