import fc from 'fast-check';
import { createDatabaseCopies } from '@/db/database-copies';
import type { Dialect } from '@/db/store';
import type { Violation } from '@/tests/model/checks/evidence';
import { hireCompany } from '@/tests/model/house';
import { type Played, playRun, type Run, runOf } from '@/tests/model/play-run';
import startPostgres from '@/tests/postgres';
import { readReplay, showRun, shrink } from './shrink';

export type CallsSoak = {
  calls: number;
  seed: number;
  /** Of a shrunk run, as it was printed. */
  path?: string;
  mostCommands: number;
  dialect: Dialect;
  /** Whether the first run that breaks something is made shorter afterwards, which takes minutes. */
  isShrunk: boolean;
};

const invariants = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9', 'I10', 'I11', 'I12'];
const sayEveryRuns = 10;
const mostShown = 4;
const longestShown = 600;

/**
 * Plays runs of random calls, each with the next seed, until so many calls were placed; prints how it goes, what broke and
 * how to see it again. Returns whether nothing broke.
 */
export async function soakCalls({
  calls,
  seed,
  path,
  mostCommands,
  dialect,
  isShrunk,
}: CallsSoak): Promise<boolean> {
  const stopPostgres = dialect === 'postgres' ? await startPostgres() : async () => {};
  const copies = createDatabaseCopies({ prepare: hireCompany });
  const play = (run: Run) => playRun(copies, dialect, run);
  try {
    if (path !== undefined) return await playShrunk(play, { seed, path, mostCommands });
    const { broken, isWhole } = await playMany(play, { calls, seed, mostCommands, dialect });
    if (broken !== null && isShrunk) console.log(await shrink(play, { seed: broken, mostCommands }));
    return isWhole;
  } finally {
    await copies.removeAll();
    await stopPostgres();
  }
}

type Play = (run: Run) => Promise<Played>;

async function playMany(
  play: Play,
  { calls, seed, mostCommands, dialect }: Omit<CallsSoak, 'path' | 'isShrunk'>,
): Promise<{ broken: number | null; isWhole: boolean }> {
  console.log(`── ${calls} random calls on ${dialect}, from seed ${seed}`);
  const total = { runs: 0, calls: 0, answered: 0, webhooks: 0, requests: 0, deaths: 0, virtualSeconds: 0 };
  const found = new Map<string, number>();
  let broken: number | null = null;
  const startedAt = performance.now();
  while (total.calls < calls) {
    const own = seed + total.runs;
    const [run] = fc.sample(runOf(mostCommands), { numRuns: 1, seed: own });
    const played = await play(run!);
    total.runs += 1;
    for (const name of ['calls', 'answered', 'webhooks', 'requests', 'deaths', 'virtualSeconds'] as const) {
      total[name] += played[name];
    }
    for (const { invariant } of played.violations) found.set(invariant, (found.get(invariant) ?? 0) + 1);
    if (played.violations.length > 0) {
      broken ??= own;
      sayViolations(own, played.violations);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    if (total.runs % sayEveryRuns === 0 || total.calls >= calls) {
      console.log(
        `   ${total.calls} calls in ${Math.round(seconds)} s, ${(total.calls / seconds).toFixed(1)}/s`,
      );
    }
  }
  const { runs, answered, webhooks, requests, deaths, virtualSeconds } = total;
  console.log(
    `   ${runs} runs, ${total.calls} calls (${answered} answered), ${webhooks} webhooks, ${requests} changes by people, ` +
      `${deaths} deaths of the process, ${Math.round(virtualSeconds / 3600)} h of the line's time`,
  );
  console.log(`   violations: ${invariants.map((name) => `${name} ${found.get(name) ?? 0}`).join(', ')}`);
  return { broken, isWhole: found.size === 0 };
}

async function playShrunk(
  play: Play,
  { seed, path, mostCommands }: { seed: number; path: string; mostCommands: number },
): Promise<boolean> {
  const replay = readReplay(path);
  const [run] = fc.sample(runOf(mostCommands, replay.replayPath), {
    numRuns: 1,
    seed,
    path: replay.path,
  });
  console.log(showRun(run!));
  const { violations } = await play(run!);
  sayViolations(seed, violations);
  return violations.length === 0;
}

function sayViolations(seed: number, violations: readonly Violation[]): void {
  for (const { invariant, what } of violations.slice(0, mostShown)) {
    console.log(`   ${invariant} violated, seed ${seed}: ${what.slice(0, longestShown)}`);
  }
  const more = violations.length - mostShown;
  if (more > 0) console.log(`   and ${more} more`);
}
