import { SystemFailure } from '../../../domain/system-failure.ts';
import { NotAuthenticated } from '../errors/failures.ts';
import { identityAnswer, loginAnswer } from '../schema/answers.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';
import { systemName } from '../system-name.ts';

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
      if (LoginResult === undefined) throw loginRejected();
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

export const loginRejected = (): SystemFailure =>
  new SystemFailure(systemName, `${systemName} rejects the login.`, {
    kind: 'incident',
    incident: 'login rejected',
    todo: 'Change source.username or source.password in the configuration, then run `crossdock apply`.',
  });

export const refusedAgain = (): SystemFailure =>
  new SystemFailure(systemName, `${systemName} accepts the login, but not the session it gave.`, {
    kind: 'incident',
    incident: 'login rejected',
    todo: 'Check that the user may use the API of this company (source.identityId), then run `crossdock apply`.',
  });

/** The credentials are right, so that it is worth another try. */
export const sessionsTooShort = (): SystemFailure =>
  new SystemFailure(systemName, `${systemName} ends its sessions before a call can use them.`, {
    kind: 'retry',
  });
