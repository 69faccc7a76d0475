import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where a worker finds the workflows: bundled ahead of time where the build made a bundle, else the
 * sources, which the worker then bundles itself.
 */
export function workflowCode():
  { workflowBundle: { codePath: string } } | { workflowsPath: string } {
  const compiled = import.meta.url.endsWith('.js');
  const bundle = fileURLToPath(new URL('../../workflow-bundle.js', import.meta.url));
  if (compiled && existsSync(bundle)) return { workflowBundle: { codePath: bundle } };
  const index = compiled ? '../../workflows/index.js' : '../../workflows/index.ts';
  return { workflowsPath: fileURLToPath(new URL(index, import.meta.url)) };
}
