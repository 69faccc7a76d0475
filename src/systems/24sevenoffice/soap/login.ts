import { wrongCredentials } from '../errors/errors.ts';
import { NotAuthenticated } from '../errors/failures.ts';
import { identityAnswer, loginAnswer } from '../schema/answers.ts';
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
        ApplicationId: account.applicationId,
        IdentityId: account.identityId,
        Password: account.password,
        Username: account.username,
      },
    },
    answer: loginAnswer,
    // A wrong user or password isn't a fault: the answer is fine, but the session's id is empty.
    refuses: ({ LoginResult }: { readonly LoginResult?: string | undefined }) => {
      if (LoginResult === undefined) throw wrongCredentials();
    },
  }) as const;

/** The cheapest request that needs a session. */
export const whoAmI = {
  operation: 'GetIdentity',
  parameters: {},
  answer: identityAnswer,
  refuses: ({ GetIdentityResult }: { readonly GetIdentityResult?: unknown }) => {
    if (GetIdentityResult === undefined) throw new NotAuthenticated();
  },
} as const;
