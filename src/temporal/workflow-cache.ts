/**
 * By how much the process grows for each order in the cache, in kilobytes, while orders come in: what
 * lies there between two collections of the garbage included (`npm run bench:tenants`, 10,000 orders).
 */
const kilobytesEach = 800;
/** A worker needs some to make progress at all. */
const fewest = 20;

/** Where nothing else is said, in megabytes. */
export const defaultWorkflowCache = 400;

/**
 * How many workflows are kept in memory between their tasks. One that isn't kept is replayed from its
 * history when something happens to it, so a smaller cache costs time and a larger one memory.
 */
export const cachedWorkflows = (megabytes: number): number =>
  Math.max(fewest, Math.floor((megabytes * 1_000) / kilobytesEach));
