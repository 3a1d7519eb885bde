// What a command tells the person who started it.

export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** Stops the command with one line and no stack. */
export class Refusal extends Error {}

/** Runs a command's main function and ends the process with its exit code; a Refusal becomes its line and 1. */
export async function command(main) {
  try {
    process.exit((await main()) ?? 0);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exit(1);
  }
}

/** Shows that long work is going on, with its seconds, while `work` runs. */
export async function withProgress(label, work) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const isTerminal = process.stdout.isTTY === true;
  if (!isTerminal) say(`${label} …`);
  const timer = setInterval(
    () => (isTerminal ? process.stdout.write(`\r${label} … ${seconds()} s `) : say(`  ${seconds()} s`)),
    isTerminal ? 1000 : 10_000,
  );
  try {
    const result = await work();
    if (isTerminal) process.stdout.write('\r');
    say(`${label}: ${seconds()} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
