/** People at work: something is done again and again. */
export interface Shift<Done extends number | boolean = number | boolean> {
  /** Does what is due; gives how much that was. */
  step(): Done;
  start(): void;
  stop(): void;
}

/** How people work, whatever they do. */
export interface ShiftOptions {
  /** What happens depends on it and on what is there. */
  readonly seed?: number;
  /** How often something happens, in milliseconds. */
  readonly everyMs?: number;
  /** Called after a step that did something. */
  readonly changed?: () => void;
}

/** A shift that takes a step every so often once it has started. */
export function shiftOf<Done extends number | boolean>(
  work: () => Done,
  everyMs: number,
  changed: () => void = () => undefined,
): Shift<Done> {
  let timer: NodeJS.Timeout | undefined;
  const step = (): Done => {
    const done = work();
    if (done) changed();
    return done;
  };
  return {
    step,
    start() {
      timer ??= setInterval(step, everyMs).unref();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
