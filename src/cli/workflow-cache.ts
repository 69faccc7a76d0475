import { Problem } from './problem.ts';

/** Reads `--workflow-cache`, in whole megabytes. */
export function workflowCache(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const megabytes = /^\d{1,6}$/.test(given.trim()) ? Number(given) : 0;
  if (megabytes > 0) return megabytes;
  throw new Problem(
    `--workflow-cache (CROSSDOCK_WORKFLOW_CACHE_MB) takes whole megabytes, for example 300; not ${given}.`,
    2,
  );
}
