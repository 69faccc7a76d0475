import { z } from 'zod';

import { apiException as described } from '../contract/api-exception.ts';
import { answered } from './answered.ts';
import { part } from './scalars.ts';

/**
 * What went wrong with one item of an answer that is otherwise fine. Its stack trace is left unread:
 * it shows the vendor's internals.
 */
const apiExceptionSchema = z.object(answered(described, ['Type', 'Message']));
export type ApiException = z.infer<typeof apiExceptionSchema>;

/** The exception of an item; one without any text means that there is none. */
export const apiException = part(apiExceptionSchema).transform((exception) =>
  exception?.Type === undefined && exception?.Message === undefined ? undefined : exception,
);
