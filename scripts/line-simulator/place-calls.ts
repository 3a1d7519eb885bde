// Places calls on a running line simulator at an even pace and sums up what became of them.
import { parseArgs } from 'node:util';
import { type PlacedCall, placeCalls, readPlan, summarize } from './shell/place-calls.ts';

const USAGE = 'npm run line -- --calls 50 --per-minute 20 [--hang-up-after 30] [--from +79161234567]';

const { plan, problem } = readPlan(
  parseArgs({
    options: {
      calls: { type: 'string' },
      'per-minute': { type: 'string' },
      'hang-up-after': { type: 'string' },
      from: { type: 'string' },
    },
    strict: false,
  }).values,
);
if (!plan) {
  process.stderr.write(`${problem}\n${USAGE}\n`);
  process.exit(1);
}

const port = process.env.LINE_PORT ?? '3001';
const address = `http://127.0.0.1:${port}`;
const say = (text: string) => process.stdout.write(`${text}\n`);

let isStopped = false;
process.once('SIGINT', () => {
  isStopped = true;
});

const placed: PlacedCall[] = [];
try {
  await placeCalls(address, plan, placed, say, () => isStopped);
} catch (error) {
  process.stderr.write(`The line simulator at ${address} does not answer: ${(error as Error).message}\n`);
  process.exit(1);
}
for (const row of summarize(placed)) say(row);
