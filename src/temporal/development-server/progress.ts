import { Duration } from 'luxon';

/** Where a slow step is. */
export interface Progress {
  /** What is being done: `Compiling Temporal's development server (once, about three minutes)`. */
  readonly step: string;
  readonly elapsedMilliseconds: number;
}

export type OnProgress = (progress: Progress) => void;

/** One line for people: `Compiling … 1 min 20 s`. */
export function progressText({ step, elapsedMilliseconds }: Progress): string {
  const seconds = Math.floor(elapsedMilliseconds / 1000);
  if (seconds < 1) return `${step} …`;
  const { minutes, seconds: rest } = Duration.fromObject({ seconds }).shiftTo('minutes', 'seconds');
  return minutes > 0 ? `${step} … ${minutes} min ${rest} s` : `${step} … ${rest} s`;
}

/**
 * Does the work and tells where it is: at once, then every second until it is done.
 * @param step what is being done; asked again each time, so that it can tell how far it is
 */
export async function withProgress<Result>(
  step: () => string,
  onProgress: OnProgress,
  work: () => Promise<Result>,
): Promise<Result> {
  const start = performance.now();
  const tell = () => {
    onProgress({ step: step(), elapsedMilliseconds: performance.now() - start });
  };
  tell();
  const timer = setInterval(tell, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
