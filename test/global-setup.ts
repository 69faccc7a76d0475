import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { TestProject } from 'vitest/node';

import { searchAttributes } from '../src/domain/names.ts';
import { findDevelopmentServer } from '../src/temporal/development-server/find.ts';
import { progressPrinter } from '../src/temporal/development-server/progress.ts';
import { startDevelopmentServer } from '../src/temporal/development-server/start.ts';
import { prepareNamespace } from '../src/temporal/prepare-namespace.ts';
import { openTemporal } from '../src/temporal/temporal-access.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Temporal server of this run listens: `127.0.0.1:54321`. */
    temporalAddress: string;
    /** The workflows, bundled once for the whole run: a file's path. */
    workflowBundle: string;
  }
}

async function bundleWorkflows(): Promise<string> {
  const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    preloadModules: [workflowsPath],
    logger: new DefaultLogger('WARN'),
  });
  const folder = await mkdtemp(join(tmpdir(), 'crossdock-test-'));
  const path = join(folder, 'workflow-bundle.js');
  await writeFile(path, code);
  return path;
}

/**
 * One real Temporal server for the whole run, in memory and on a port of its own; its namespace is
 * `default`. A server at TEMPORAL_ADDRESS is used instead and made ready as `apply` does it.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | void> {
  project.provide('workflowBundle', await bundleWorkflows());
  const printer = progressPrinter(process.stderr);
  const found = await findDevelopmentServer({ env: process.env, onStep: printer.onStep });
  printer.done();
  if (found.kind === 'address') {
    const access = await openTemporal({ address: found.address, namespace: 'default' });
    await prepareNamespace(access);
    await access.close();
    project.provide('temporalAddress', found.address);
    return undefined;
  }
  const server = await startDevelopmentServer({
    executable: found,
    port: 0,
    headless: true,
    namespace: 'default',
    searchAttributes,
  });
  project.provide('temporalAddress', server.address);
  return () => server.stop();
}
