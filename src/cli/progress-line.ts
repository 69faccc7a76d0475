import ora from 'ora';

/** Says that something goes on, with the time it has taken, once it takes more than two seconds. */
export function progressLine(what: string): { readonly done: () => void } {
  const started = Date.now();
  const spinner = ora({ stream: process.stderr });
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1_000);
    if (seconds < 2) return;
    spinner.text = `${what} … ${seconds} s`;
    if (!spinner.isSpinning && process.stderr.isTTY) spinner.start();
    else if (!process.stderr.isTTY && seconds % 15 === 0) process.stderr.write(`${spinner.text}\n`);
  }, 1_000);
  return {
    done: () => {
      clearInterval(timer);
      spinner.stop();
    },
  };
}
