import { listCompanyNumbers } from '@/db/company-numbers';
import { sumWays, type WayTally } from '@/db/reports/ways';
import type { ReportQuery, WayRow } from '@/lib/domain/reports/reports.contract';
import type { Context } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { addNumbers, inParts, merged, partDays } from './in-parts';
import { reportScope } from './report-scope';

/** The ways callers took from the line to the end, the most trodden first. @throws Refusal `forbidden`, `notFound` */
export async function readWays(context: Context, query: ReportQuery) {
  const scope = await reportScope(context, query);
  const read = await inParts(scope.period, partDays, (part) => sumWays(context.read, scope.measured(part)));
  const ways = merged<WayTally>(read, ({ calls: _, ...way }) => JSON.stringify(way), addNumbers);
  const lines = new Map((await listCompanyNumbers(context.read)).map(({ e164, name }) => [e164, name]));
  const names = await readDirectory(context.read, {});
  const rows = ways.map(
    ({ handOverDepartmentId, ...way }): WayRow => ({
      ...way,
      line: lines.get(way.calledNumber) ?? null,
      department: handOverDepartmentId === null ? null : names.department(handOverDepartmentId),
    }),
  );
  return { ...scope.head, rows: rows.sort((one, other) => other.calls - one.calls) };
}
