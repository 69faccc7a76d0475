/**
 * Runs a command for as long as its own standard input is open: `node supervisor.mjs COMMAND ARGUMENT…`.
 *
 * The pipe behind that input closes whenever the process that started us ends, however it ends (a
 * SIGKILL lets it clean up nothing), on every platform. So the command never outlives its owner.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';

const killAfterMilliseconds = 10_000;

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), killAfterMilliseconds).unref();
};

process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
// The owner may be gone, and with it whoever reads what is said.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

child.on('error', (error) => {
  process.stderr.write(`${error.code ?? error.message}\n`);
  process.exit(127);
});
child.on('exit', (code) => process.exit(code ?? 1));
