import { countUnlistedAnswers } from '@/db/call-scripts';
import { countSeconds, countVersions, sumSteps, sumStepWays } from '@/db/script-stays';
import { graphOf } from '@/lib/domain/call-scripts/graph';
import type { StepTraffic, Traffic, WayTraffic } from '@/lib/domain/call-scripts/traffic';
import { readsWholeJournal } from '@/lib/domain/calls/journal-rights';
import { mayReadJournal, mayReadUnlistedAnswers } from '@/lib/domain/employees/permissions';
import { quantileOf } from '@/lib/domain/reports/quantile';
import { type Context, signedIn } from '@/lib/operations/context';
import { addNumbers, inParts, merged, partDays } from '@/lib/operations/reports/in-parts';
import { isMeasuringOlderCalls } from '@/lib/operations/reports/measure-older-calls';
import { type TrafficQuery, trafficScope } from './traffic-scope';

/**
 * How the calls of a period went through one version of a chart: how many came to each step and how long they stayed
 * (seconds), where callers hung up, and which ways they took. A call is counted once it is over and judged; what no answer
 * lists is counted when it is said. @throws Refusal `notFound`
 */
export async function readTraffic(context: Context, query: TrafficQuery): Promise<Traffic> {
  const person = signedIn(context);
  const { read: db } = context;
  const { script, keptVersions, period, conversations, from, until } = await trafficScope(context, query);
  const said = mayReadUnlistedAnswers(person)
    ? await countUnlistedAnswers(db, { ...conversations, from, until })
    : null;
  const led = await countLed(context, query, keptVersions);
  const ofChart = led.filter(({ machineVersion }) => machineVersion === script.version);
  const ofWords = ofChart.filter(
    ({ wordingVersion }) => wordingVersion === (query.wordingVersion ?? wordingVersion),
  );
  const { steps, ways } = await sumTraffic(context, { ...conversations, period });
  const nodes = graphOf(script).nodes;
  const placeOf = (step: string) => nodes.findIndex(({ id }) => id === step);
  return {
    period,
    machineVersion: script.version,
    wordingVersion: query.wordingVersion ?? null,
    calls: sumOfCalls(ofWords),
    steps: nodes.map(({ id, isEnding }) => {
      const own = steps.get(id) ?? { ...noTraffic, step: id };
      return isEnding ? { ...own, unfinished: 0 } : own;
    }),
    ways: ways.sort((one, other) => placeOf(one.step) - placeOf(other.step) || other.calls - one.calls),
    unlistedAnswers: said && Object.fromEntries(said.map(({ step, count }) => [step, count])),
    machineVersions: keptVersions.map((version) => ({
      version,
      calls: sumOfCalls(led.filter(({ machineVersion }) => machineVersion === version)),
    })),
    wordingVersions: ofChart
      .map(({ wordingVersion, calls }) => ({ version: wordingVersion, calls }))
      .sort((one, other) => other.version - one.version),
    isMeasuring: await isMeasuringOlderCalls(context),
    may: { openCalls: mayReadJournal(person) && readsWholeJournal(person) },
  };
}

const noTraffic = {
  calls: 0,
  visits: 0,
  medianSeconds: null,
  ninetiethSeconds: null,
  brokenOff: 0,
  unfinished: 0,
};

const sumOfCalls = (rows: readonly { calls: number }[]) => rows.reduce((sum, { calls }) => sum + calls, 0);

/** Rows of the same key become one: a call is of one day, so that its calls add up. */
const added = <Row extends { calls: number }>(rows: readonly Row[], keyOf: (row: Row) => string) =>
  merged(rows, keyOf, (one, other) => ({ ...one, calls: one.calls + other.calls }));

async function countLed({ read: db }: Context, query: TrafficQuery, machineVersions: number[]) {
  const rows = await inParts(query, partDays, (period) =>
    countVersions(db, { scriptId: query.scriptId, machineVersions, period }),
  );
  return added(rows, ({ machineVersion, wordingVersion }) => `${machineVersion} ${wordingVersion}`);
}

async function sumTraffic(
  { read: db }: Context,
  scope: Parameters<typeof sumSteps>[1],
): Promise<{ steps: Map<string, StepTraffic>; ways: WayTraffic[] }> {
  const part = <Row>(read: (reader: typeof db, of: typeof scope) => Promise<Row[]>) =>
    inParts(scope.period, partDays, (period) => read(db, { ...scope, period }));
  const seconds = await part(countSeconds);
  const visited = merged(await part(sumSteps), ({ step }) => step, addNumbers);
  const steps = new Map(
    visited.map((row): [string, StepTraffic] => {
      const stays = seconds
        .filter(({ step }) => step === row.step)
        .map(({ seconds, stays }) => ({ value: seconds, count: stays }));
      const medianSeconds = quantileOf(stays, 0.5);
      return [row.step, { ...row, medianSeconds, ninetiethSeconds: quantileOf(stays, 0.9) }];
    }),
  );
  const taken = added(await part(sumStepWays), (way) =>
    [way.step, way.event, way.answer, way.nextStep].join(' '),
  );
  const ways = taken.map((way) => ({ ...way, share: way.calls / (steps.get(way.step)?.calls || 1) }));
  return { steps, ways };
}
