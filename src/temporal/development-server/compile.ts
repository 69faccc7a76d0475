import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { ExecaError, execa } from 'execa';

import { executableName, release } from './release.ts';

const goPackage = `github.com/temporalio/cli/cmd/temporal@v${release}`;

/** Measured on two cores: under three minutes from nothing, a third of it with Go's cache warm. */
const giveUpAfterMilliseconds = 20 * 60_000;

/**
 * Compiles the release with Go, which fetches the source and, where the installed Go is older than the
 * source wants, a newer Go as well.
 * @param folder where the executable is put
 * @returns the path of the executable
 * @throws an Error whose message is the bare reason
 */
export async function compileExecutable(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  await mkdir(folder, { recursive: true });
  // Without debug information the file is a third smaller; the version is what a release says.
  const linking = `-s -w -X github.com/temporalio/cli/temporalcli.Version=${release}`;
  try {
    await execa('go', ['install', '-ldflags', linking, goPackage], {
      cwd: folder,
      env: { ...env, GOBIN: folder, CGO_ENABLED: '0', GOTOOLCHAIN: 'auto', GO111MODULE: 'on' },
      extendEnv: false,
      stdin: 'ignore',
      timeout: giveUpAfterMilliseconds,
    });
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error;
    throw new Error(reasonOf(error), { cause: error });
  }
  return join(folder, executableName());
}

function reasonOf(
  error: Pick<ExecaError, 'code' | 'timedOut' | 'signal' | 'stderr' | 'exitCode'>,
): string {
  if (error.code === 'ENOENT') return 'Go is not installed';
  if (error.timedOut) return `not done after ${giveUpAfterMilliseconds / 60_000} min`;
  if (error.signal !== undefined) return `stopped by ${error.signal}`;
  const lines = String(error.stderr)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('go: downloading '));
  const said = lines.at(-1)?.replace(/(?<=^|[\s"'(=])(?:\/|[A-Za-z]:\\)\S+/g, '…');
  return said === undefined
    ? `exit code ${error.exitCode ?? 'unknown'}`
    : `Go says: ${said.slice(0, 200)}`;
}
