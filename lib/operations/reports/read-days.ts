import type { ReportQuery } from '@/lib/domain/reports/reports.contract';
import type { Context } from '@/lib/operations/context';
import { reportScope } from './report-scope';
import { sumDays } from './sum-work';

/**
 * The days that the time of a person, or of everybody of the report, is made of; none where the report is of a number or a
 * project, which no such time belongs to. @throws Refusal `forbidden`, `notFound`
 */
export async function readDays(context: Context, query: ReportQuery) {
  const scope = await reportScope(context, query);
  const rows = scope.isNarrowed ? [] : await sumDays(context.read, scope);
  return { ...scope.head, rows, notReckonedFor: scope.notReckoned('occupancy') };
}
