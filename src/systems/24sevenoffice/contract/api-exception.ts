import { sequence, string } from './members.ts';

/** How the vendor says that one item of several failed. */
export const apiException = sequence('APIException', {
  Type: string,
  Message: string,
  StackTrace: string,
});
