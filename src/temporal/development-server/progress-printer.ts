import { createLogUpdate } from 'log-update';

import { type OnProgress, progressText } from './progress.ts';

/** How often a step that goes on is told again where lines can't be rewritten. */
const repeatEveryMilliseconds = 15_000;

export interface ProgressPrinter {
  readonly onProgress: OnProgress;
  /** Takes the line away (on a terminal), so that something else can be printed. */
  done(): void;
}

/**
 * Prints progress: one line that is rewritten on a terminal; elsewhere, as in a CI log, a line for each
 * new step and then every 15 s.
 */
export function progressPrinter(stream: NodeJS.WriteStream): ProgressPrinter {
  if (stream.isTTY) {
    const update = createLogUpdate(stream);
    return {
      onProgress: (progress) => {
        update(progressText(progress));
      },
      done: () => {
        update.clear();
      },
    };
  }
  let step: string | undefined;
  let toldAt = 0;
  return {
    onProgress: (progress) => {
      const repeated =
        progress.step === step && progress.elapsedMilliseconds - toldAt < repeatEveryMilliseconds;
      if (repeated) return;
      step = progress.step;
      toldAt = progress.elapsedMilliseconds;
      stream.write(`${progressText(progress)}\n`);
    },
    done: () => undefined,
  };
}
