/** One way in which a development server was looked for, and why it gave none. */
export interface Attempt {
  /** `Temporal's command line on the PATH` */
  readonly way: string;
  /** `not installed` */
  readonly reason: string;
}

/** No development server can be had on this machine. The message tells what was tried and what to do. */
export class DevelopmentServerNotFound extends Error {
  override readonly name = 'DevelopmentServerNotFound';
  readonly attempts: readonly Attempt[];

  constructor(attempts: readonly Attempt[]) {
    super(
      [
        'No Temporal development server was found, and none could be made:',
        ...attempts.map(({ way, reason }) => `  - ${way}: ${reason}`),
        "Install Temporal's command line (https://docs.temporal.io/cli) so that `temporal` is on the PATH,",
        'name its executable in TEMPORAL_CLI_PATH, or set TEMPORAL_ADDRESS to a server that runs.',
      ].join('\n'),
    );
    this.attempts = attempts;
  }
}

/** The executable that TEMPORAL_CLI_PATH names is of no use. Nothing else is tried: it was asked for. */
export class NamedExecutableUnusable extends Error {
  override readonly name = 'NamedExecutableUnusable';

  constructor(reason: string) {
    super(
      `TEMPORAL_CLI_PATH names an executable that can't be used: ${reason}. ` +
        "Correct it, or unset it to have Temporal's development server found or made.",
    );
  }
}
