#!/usr/bin/env node
import { Command, Option } from 'commander';

import { applyCommand } from './apply.ts';
import { checkCommand } from './check.ts';
import { devCommand } from './dev/dev.ts';
import { failInWords } from './fail-in-words.ts';
import { syncNames } from '../domain/syncs/syncs.ts';
import { defaultWorkflowCache } from '../temporal/workflow-cache.ts';
import { productVersion } from './product-version.ts';
import { runCommand, type RunOptions } from './run.ts';
import { statusCommand } from './status.ts';
import { workerCommand } from './worker.ts';

const config = () =>
  new Option('-c, --config <path>', 'the configuration (else CROSSDOCK_CONFIG, ./crossdock.yaml)');
const json = () => new Option('--json', 'print one JSON document on standard output');

const program = new Command('crossdock')
  .description('Keeps an ERP or order hub and a warehouse in step, durably, on Temporal.')
  .version(productVersion())
  .showHelpAfterError('Try `crossdock --help`.');

program
  .command('dev')
  .description('everything on this machine: development server, Web UI, sandbox, worker, live view')
  .addOption(
    new Option('-c, --config <path>', 'real endpoints from this configuration, no sandbox'),
  )
  .option('--fresh', 'forget the state of earlier starts')
  .option('--orders <number>', 'how many orders the sandbox starts with', '25')
  .action(ending(devCommand));

program
  .command('apply')
  .description('make the Temporal namespace match the configuration')
  .addOption(config())
  .addOption(json())
  .action(ending(applyCommand));

program
  .command('worker')
  .description('run the workers until SIGTERM, which drains them')
  .addOption(config())
  .option('--connection <id...>', 'only these connections')
  .option(
    '--http <port>',
    'receive webhooks, and answer /health, /ready and /metrics, at [address:]port',
  )
  .addOption(
    new Option(
      '--workflow-cache <megabytes>',
      `memory for orders that wait (default: ${defaultWorkflowCache})`,
    ).env('CROSSDOCK_WORKFLOW_CACHE_MB'),
  )
  .action(ending(workerCommand));

program
  .command('status')
  .description('per connection and process: last run, counts, next run, what is wrong')
  .addOption(config())
  .addOption(json())
  .action(ending(statusCommand));

program
  .command('run')
  .description('run a process now, wait for it and print its report')
  .argument('<connection>', 'as in the configuration')
  .argument('<process>', syncNames.join(', '))
  .option('--full', 'everything, not only what changed')
  .addOption(config())
  .addOption(json())
  .action(async (connection: string, process: string, options: RunOptions) => {
    globalThis.process.exitCode = await runCommand(connection, process, options);
  });

program
  .command('check')
  .description('read the configuration and say what is wrong')
  .addOption(config())
  .addOption(json())
  .action(ending(checkCommand));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = failInWords(error);
}

/** Lets a command's number be the exit code. */
function ending<Options>(command: (options: Options) => Promise<number>) {
  return async (options: Options): Promise<void> => {
    process.exitCode = await command(options);
  };
}
