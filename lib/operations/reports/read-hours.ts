import type { ReportQuery } from '@/lib/domain/reports/reports.contract';
import type { Context } from '@/lib/operations/context';
import { reportScope } from './report-scope';
import { sumHours } from './sum-hours';

/** Calls by hour of each day, for the columns and the heat map. @throws Refusal `forbidden`, `notFound` */
export async function readHours(context: Context, query: ReportQuery) {
  const scope = await reportScope(context, query);
  return { ...scope.head, hours: await sumHours(context.read, scope) };
}
