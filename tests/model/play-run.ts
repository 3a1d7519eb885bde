import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import type { DatabaseCopies } from '@/db/database-copies';
import type { Dialect } from '@/db/store';
import { hangUp } from '@/scripts/line-simulator/line/hang-up';
import { databaseProblems } from './checks/database';
import { type Check, gatherEvidence, type Violation } from './checks/evidence';
import { finalInvariants, invariants } from './checks/invariants';
import {
  claim,
  claimAtOnce,
  decline,
  dialsInAgain,
  legIsLost,
  phoneAct,
  phoneMode,
} from './commands/answering';
import { controls } from './commands/call-control';
import { callArrives, callerHangsUp } from './commands/callers';
import {
  afterCall,
  browserDies,
  choosesPresence,
  comesToWork,
  freezes,
  repeats,
  wakesUp,
} from './commands/consoles';
import { answers, ends, goesBack, leadAct, types } from './commands/conversation';
import { beginModel, type Command, type World } from './commands/model';
import {
  callbacksGoWrong,
  databaseIsLocked,
  ordersGoWrong,
  processDies,
  repliesAreLost,
  timePasses,
  webhookComesAgain,
} from './commands/trouble';
import { workers } from './company';
import { House } from './house';
import { type Plan, plan, setUp } from './plan';

const weighed: fc.WeightedArbitrary<Command>[] = [
  { weight: 14, arbitrary: callArrives },
  { weight: 2, arbitrary: callerHangsUp },
  { weight: 4, arbitrary: comesToWork },
  { weight: 18, arbitrary: claim },
  { weight: 3, arbitrary: claimAtOnce },
  { weight: 2, arbitrary: decline },
  { weight: 2, arbitrary: phoneMode },
  { weight: 2, arbitrary: phoneAct },
  { weight: 2, arbitrary: legIsLost },
  { weight: 1, arbitrary: dialsInAgain },
  { weight: 18, arbitrary: controls },
  { weight: 20, arbitrary: answers },
  { weight: 2, arbitrary: types },
  { weight: 2, arbitrary: goesBack },
  { weight: 4, arbitrary: ends },
  { weight: 2, arbitrary: leadAct },
  { weight: 2, arbitrary: choosesPresence },
  { weight: 1, arbitrary: afterCall },
  { weight: 1, arbitrary: browserDies },
  { weight: 1, arbitrary: freezes },
  { weight: 2, arbitrary: wakesUp },
  { weight: 2, arbitrary: repeats },
  { weight: 22, arbitrary: timePasses },
  { weight: 3, arbitrary: callbacksGoWrong },
  { weight: 3, arbitrary: ordersGoWrong },
  { weight: 2, arbitrary: processDies },
  { weight: 1, arbitrary: databaseIsLocked },
  { weight: 1, arbitrary: repliesAreLost },
  { weight: 3, arbitrary: webhookComesAgain },
];

export type Run = { plan: Plan; commands: Iterable<Command> };

/** What happens in one run. `replayPath`: of a shrunk one, as fast-check printed it. */
export const runOf = (maxCommands: number, replayPath?: string): fc.Arbitrary<Run> =>
  fc.record({
    plan,
    commands: fc.commands([fc.oneof(...weighed)], {
      maxCommands,
      size: 'max',
      ...(replayPath && { replayPath }),
    }),
  });

export type Played = {
  calls: number;
  answered: number;
  webhooks: number;
  requests: number;
  deaths: number;
  virtualSeconds: number;
  violations: Violation[];
};

/** Longer than the longest wait of any call: by then nothing is left to be decided. */
const quietSeconds = 420;

/** Plays one run to its end in a house of its own, and judges it while callers are still there and when all are gone. */
export async function playRun(copies: DatabaseCopies, dialect: Dialect, run: Run): Promise<Played> {
  const house = await House.open(copies, dialect);
  const world: World = { house, calls: [] };
  const startedAt = house.clock.now();
  try {
    const model = beginModel();
    await setUp(house, model, run.plan);
    await fc.asyncModelRun(() => ({ model, real: world }), run.commands);
    house.faults.none();
    for (const name of workers) house.people[name].phone.mode = 'auto';
    await house.passQuietly(quietSeconds);
    const stands = await judge(house, invariants);
    for (const call of world.calls) if (call.endedAt === null) hangUp(house.line, call);
    await house.settled();
    for (const name of workers) if (house.people[name].wasAtConsole) await house.people[name].opensConsole();
    await house.passQuietly(90);
    const over = [...(await judge(house, finalInvariants)), ...(await databaseProblems(house.store))];
    return {
      calls: world.calls.length,
      answered: await countAnswered(house),
      webhooks: house.history.of('webhook').length,
      requests: house.history.of('request').length,
      deaths: house.history.of('process').filter(({ what }) => what === 'died').length,
      virtualSeconds: (house.clock.now() - startedAt) / 1000,
      violations: [...new Map([...stands, ...over].map((each) => [JSON.stringify(each), each])).values()],
    };
  } finally {
    await house.close();
  }
}

async function judge(house: House, checks: readonly Check[]): Promise<Violation[]> {
  const evidence = await gatherEvidence(house);
  return checks.flatMap((check) => check(evidence));
}

async function countAnswered({ store: { read } }: House): Promise<number> {
  return read.q.$count(read.t.calls, eq(read.t.calls.outcome, 'answered'));
}
