import { createLogUpdate } from 'log-update';

/** Given each slow step as it begins. Its text is asked for again, so that it can say how far it is. */
export type OnStep = (text: () => string) => void;

/** How often a step that goes on is told again where lines can't be rewritten, as in a CI log. */
const repeatEverySeconds = 15;

/** Prints steps with the time that they take: on a terminal in one line that is rewritten each second. */
export function progressPrinter(stream: NodeJS.WriteStream): { onStep: OnStep; done: () => void } {
  const rewrite = stream.isTTY ? createLogUpdate(stream) : undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    onStep: (text) => {
      clearInterval(timer);
      let seconds = 0;
      const tell = () => {
        const line = `${text()} …${elapsed(seconds)}`;
        if (rewrite !== undefined) rewrite(line);
        else if (seconds % repeatEverySeconds === 0) stream.write(`${line}\n`);
        seconds += 1;
      };
      tell();
      timer = setInterval(tell, 1_000);
    },
    done: () => {
      clearInterval(timer);
      rewrite?.clear();
    },
  };
}

/** ` 1 min 20 s` */
function elapsed(seconds: number): string {
  if (seconds < 60) return seconds === 0 ? '' : ` ${seconds} s`;
  return ` ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
