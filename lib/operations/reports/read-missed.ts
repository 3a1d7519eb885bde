import { countCallBackMinutes, sumMissed } from '@/db/reports/missed-callers';
import { quantileOf } from '@/lib/domain/reports/quantile';
import type { ReportQuery } from '@/lib/domain/reports/reports.contract';
import type { Context } from '@/lib/operations/context';
import { addNumbers, inParts, partDays } from './in-parts';
import { reportScope } from './report-scope';

/** Callers missed in the period, and how soon they were called back (IN-11). @throws Refusal `forbidden`, `notFound` */
export async function readMissed(context: Context, query: ReportQuery) {
  const scope = await reportScope(context, query);
  const { callBackMinutes } = scope.settings;
  const read = await inParts(scope.period, partDays, async (part) => [
    await sumMissed(context.read, scope.work(part), callBackMinutes),
  ]);
  const counts = read.reduce(addNumbers);
  const minutes = await inParts(scope.period, partDays, (part) =>
    countCallBackMinutes(context.read, scope.work(part)),
  );
  const waits = minutes.map(({ minutes, count }) => ({
    value: minutes,
    count,
  }));
  return {
    ...scope.head,
    counts,
    notReckonedFor: scope.notReckoned('calledBack'),
    medianMinutes: quantileOf(waits, 0.5),
    ninetiethMinutes: quantileOf(waits, 0.9),
  };
}
