import { listCountedCalls as listRows } from '@/db/report-calls';
import type { JournalRow } from '@/lib/domain/calls/journal-view';
import { afterIdOf, cursorOf, type Page, readCursor, timeCursor, toPage } from '@/lib/domain/paging';
import type { CallFigure } from '@/lib/domain/reports/call-figure';
import { type CallsPart, callsPartKeys } from '@/lib/domain/reports/calls-part';
import type { ReportQuery } from '@/lib/domain/reports/reports.contract';
import { describeJournal } from '@/lib/operations/calls/describe-journal';
import { type Context, signedIn } from '@/lib/operations/context';
import { reportScope } from './report-scope';
import { seenInReport } from './seen-in-report';

export type CountedQuery<Figure> = ReportQuery & { figure: Figure; after?: string; limit: number };

/** The calls that a figure of a report was counted from, newest first. @throws Refusal `forbidden`, `notFound` */
export async function listCountedCalls(
  context: Context,
  input: CountedQuery<CallFigure> & CallsPart,
): Promise<Page<JournalRow> & { now: number }> {
  const person = signedIn(context);
  const scope = await reportScope(context, input);
  const { from, until } = scope.work();
  const cursor = readCursor(input.after, timeCursor);
  const rows = await listRows(
    context.read,
    { ...scope.measured(), part: partOf(input), arrivedFrom: from, arrivedUntil: until },
    input.figure,
    scope.settings,
    { after: cursor ? { arrivedAt: cursor[0], id: cursor[1] } : undefined, limit: input.limit + 1 },
  );
  const page = toPage(rows, input.limit, (last) => cursorOf(last.arrivedAt, last.id));
  context.saw(seenInReport('calls', input, page.rows.length, afterIdOf(input.after)));
  return {
    rows: await describeJournal(context.read, person, page.rows),
    next: page.next,
    now: scope.head.now,
  };
}

function partOf(input: CallsPart): CallsPart | undefined {
  const given = callsPartKeys.filter((key) => input[key] !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given.map((key) => [key, input[key]]));
}
