import { join } from 'node:path';

import { ExecaError, execa } from 'execa';

import { executableName, release } from './release.ts';
import { withoutPaths } from './without-paths.ts';

/** Measured on two cores: under three minutes from nothing, a third of it with Go's cache warm. */
const giveUpAfterMinutes = 20;

/**
 * Compiles the release with Go, which fetches the source and, where the installed Go is older than the
 * source wants, a newer Go as well.
 * @param folder where the executable is put
 * @returns the path of the executable
 * @throws an Error whose message is the bare reason
 */
export async function compileExecutable(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const goPackage = `github.com/temporalio/cli/cmd/temporal@v${release}`;
  // Without debug information the file is a third smaller; the version is what a release says.
  const linking = `-s -w -X github.com/temporalio/cli/temporalcli.Version=${release}`;
  try {
    await execa('go', ['install', '-ldflags', linking, goPackage], {
      cwd: folder,
      env: { ...env, GOBIN: folder, CGO_ENABLED: '0', GOTOOLCHAIN: 'auto', GO111MODULE: 'on' },
      extendEnv: false,
      stdin: 'ignore',
      timeout: giveUpAfterMinutes * 60_000,
    });
  } catch (error) {
    throw error instanceof ExecaError ? new Error(reasonOf(error), { cause: error }) : error;
  }
  return join(folder, executableName);
}

type Failure = Pick<ExecaError, 'code' | 'timedOut' | 'signal' | 'stderr' | 'exitCode'>;

function reasonOf({ code, timedOut, signal, stderr, exitCode }: Failure): string {
  if (code === 'ENOENT') return 'Go is not installed';
  if (timedOut) return `not done after ${giveUpAfterMinutes} min`;
  if (signal !== undefined) return `stopped by ${signal}`;
  const said = String(stderr)
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => line !== '' && !line.startsWith('go: downloading '));
  return said === undefined ? `exit code ${exitCode}` : `Go says: ${withoutPaths(said, 200)}`;
}
