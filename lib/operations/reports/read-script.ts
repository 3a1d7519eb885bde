import { countCallsOfSteps, countStays, sumBrokenOff, sumConversations } from '@/db/reports/conversations';
import { quantileOf } from '@/lib/domain/reports/quantile';
import type { ReportQuery, ScriptReport, StepRow } from '@/lib/domain/reports/reports.contract';
import type { Context } from '@/lib/operations/context';
import { addNumbers, inParts, partDays } from './in-parts';
import { reportScope } from './report-scope';

/** How conversations of the period kept to the call script, and how long its steps took. @throws Refusal `forbidden`, `notFound` */
export async function readScript(context: Context, query: ReportQuery) {
  const { read: db } = context;
  const scope = await reportScope(context, query);
  const talks = await inParts(scope.period, partDays, async (part) => [
    await sumConversations(db, scope.measured(part)),
  ]);
  const stays = await inParts(scope.period, partDays, (part) => countStays(db, scope.measured(part)));
  const calls = await inParts(scope.period, partDays, (part) => countCallsOfSteps(db, scope.measured(part)));
  const brokenOff = await inParts(scope.period, partDays, (part) => sumBrokenOff(db, scope.measured(part)));
  const steps = [...new Set([...stays, ...brokenOff].map(({ step }) => step))].map((step): StepRow => {
    const own = stays.filter((stay) => stay.step === step);
    return {
      step,
      stays: own.reduce((sum, stay) => sum + stay.stays, 0),
      medianSeconds: quantileOf(
        own.map(({ seconds, stays: count }) => ({ value: seconds, count })),
        0.5,
      ),
      calls: callsOf(calls, step),
      brokenOff: callsOf(brokenOff, step),
    };
  });
  const report: ScriptReport = {
    ...talks.reduce(addNumbers),
    steps: steps.sort((one, other) => other.stays - one.stays),
  };
  return { ...scope.head, ...report };
}

const callsOf = (rows: readonly { step: string; calls: number }[], step: string) =>
  rows.filter((row) => row.step === step).reduce((sum, { calls }) => sum + calls, 0);
