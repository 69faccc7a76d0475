/** How the configuration file can be named. */
export interface Finding {
  /** `--config`. */
  readonly option?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The path of the configuration file: `--config`, else CROSSDOCK_CONFIG, else `crossdock.yaml`. */
export function findConfiguration({ option, env = process.env }: Finding = {}): string {
  const named = option ?? env['CROSSDOCK_CONFIG'];
  return named === undefined || named === '' ? 'crossdock.yaml' : named;
}
