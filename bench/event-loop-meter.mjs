// Loaded into the worker's process before the product: measures how long its event loop is held.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 5;
const delays = monitorEventLoopDelay({ resolution });
delays.enable();

process.on('message', () => {
  const longestMs = Math.max(0, delays.max / 1e6 - resolution);
  delays.reset();
  process.send?.(Math.round(longestMs));
});
// The product decides when the process ends.
process.channel?.unref();
