import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { WorkerOptions } from '@temporalio/worker';

/** What a worker needs to know of the workflows' code. */
export type WorkflowCode = Pick<
  WorkerOptions,
  'workflowBundle' | 'workflowsPath' | 'bundlerOptions'
>;

/**
 * Where a worker finds the workflows: bundled ahead of time where the build made a bundle, else the
 * sources, which the worker then bundles itself.
 *
 * Their modules are loaded once and shared, since none of them keeps anything: each workflow in the
 * cache would load its own otherwise, 128 kB instead of 15.
 */
export function workflowCode(): WorkflowCode {
  const compiled = import.meta.url.endsWith('.js');
  const bundle = fileURLToPath(new URL('../../workflow-bundle.js', import.meta.url));
  if (compiled && existsSync(bundle)) return { workflowBundle: { codePath: bundle } };
  const index = compiled ? '../../workflows/index.js' : '../../workflows/index.ts';
  const workflowsPath = fileURLToPath(new URL(index, import.meta.url));
  return { workflowsPath, bundlerOptions: { preloadModules: [workflowsPath] } };
}
