import fc from 'fast-check';
import { type Played, type Run, runOf } from '@/tests/model/play-run';

const mostSeconds = 300;

/** The shortest run found that breaks something too, and how to play it again. */
export async function shrink(
  play: (run: Run) => Promise<Played>,
  { seed, mostCommands }: { seed: number; mostCommands: number },
): Promise<string> {
  console.log(`── the shortest way to what seed ${seed} broke, sought for ${mostSeconds / 60} minutes`);
  const breaks = fc.asyncProperty(runOf(mostCommands), async (run) => {
    const { violations } = await play(run);
    return violations.length === 0;
  });
  const found = await fc.check(breaks, {
    seed,
    numRuns: 1,
    interruptAfterTimeLimit: mostSeconds * 1000,
    markInterruptAsFailure: false,
  });
  const [shortest] = found.counterexample ?? [];
  if (!shortest) return '   it does not break when it is played again';
  const [, replayPath = ''] = /replayPath="([^"]*)"/.exec(String(shortest.commands)) ?? [];
  const path = `${found.counterexamplePath}/${replayPath}`;
  const again = `npm run soak -- --calls 1 --seed ${seed} --commands ${mostCommands} --path '${path}'`;
  return `${showRun(shortest)}\n   ${again}`;
}

/** One step a line. */
export function showRun({ plan, commands }: Run): string {
  const steps = String(commands)
    .replace(/\/\*replayPath.*$/, '')
    .split(/,(?=[a-z ]+\()/);
  return [JSON.stringify(plan), ...steps].map((each) => `   ${each}`).join('\n');
}

export function readReplay(text: string): { path: string; replayPath: string } {
  const slash = text.indexOf('/');
  return slash < 0
    ? { path: text, replayPath: '' }
    : { path: text.slice(0, slash), replayPath: text.slice(slash + 1) };
}
