import { wrongCredentials } from '../errors/errors.ts';
import { NotAuthenticated } from '../errors/failures.ts';
import { identity } from '../schema/answers.ts';
import { text } from '../schema/scalars.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';

/** Whom a login is for. */
export type Account = Pick<
  TwentyFourSevenOfficeSettings,
  'applicationId' | 'username' | 'password' | 'identityId'
>;

/** The request that opens a session. */
export const loginRequest = (account: Account) =>
  ({
    operation: 'Login',
    parameters: {
      credential: {
        ApplicationId: account.applicationId.reveal(),
        IdentityId: account.identityId,
        Password: account.password.reveal(),
        Username: account.username,
      },
    },
    answer: text,
    // A wrong user or password isn't a fault: the answer is fine, but the session's id is empty.
    refuses: (session: string | undefined) => {
      if (session === undefined) throw wrongCredentials();
    },
  }) as const;

/** The cheapest request that needs a session. */
export const whoAmI = {
  operation: 'GetIdentity',
  parameters: {},
  answer: identity,
  refuses: (identity: unknown) => {
    if (identity === undefined) throw new NotAuthenticated();
  },
} as const;
