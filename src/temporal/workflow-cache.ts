/**
 * What an order's workflow takes while it is cached, in kilobytes: the growth of the process for each
 * open order in `npm run bench:tenants` (800 orders of 20 connections, a cache that holds them all).
 */
const kilobytesEach = 320;
/** A worker needs some to make progress at all. */
const fewest = 20;

/** Where nothing else is said, in megabytes. */
export const defaultWorkflowCache = 300;

/**
 * How many workflows are kept in memory between their tasks. One that isn't kept is replayed from its
 * history when something happens to it, so a smaller cache costs time and a larger one memory.
 */
export const cachedWorkflows = (megabytes: number): number =>
  Math.max(fewest, Math.floor((megabytes * 1_000) / kilobytesEach));
