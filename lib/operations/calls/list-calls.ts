import { type CallFilter, listCalls as listRows } from '@/db/call-journal';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { CallDirection, CallOutcome } from '@/lib/domain/calls/call';
import type { journalShows } from '@/lib/domain/calls/journal.contract';
import { readsWholeJournal } from '@/lib/domain/calls/journal-rights';
import { type JournalRow, missedOutcomes } from '@/lib/domain/calls/journal-view';
import type { CallRoute } from '@/lib/domain/calls/route';
import { mayReadJournal } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readCursor, timeCursor, toPage } from '@/lib/domain/paging';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeJournal } from './describe-journal';

export type JournalFilter = {
  show: (typeof journalShows)[number];
  from?: number;
  until?: number;
  outcome?: CallOutcome;
  route?: CallRoute;
  employeeId?: string;
  /** The caller's number as people write it. */
  caller?: string;
  direction?: CallDirection;
};

/**
 * The journal, newest first. The client department and those who review everything read all of it, the head of another
 * department the calls handed over to it and those its people placed.
 * @throws Refusal `forbidden`
 */
export async function listCalls(
  context: Context,
  input: JournalFilter & { after?: string; limit: number },
): Promise<Page<JournalRow> & { now: number }> {
  const person = signedIn(context);
  if (!mayReadJournal(person)) throw forbidden();
  const callerE164 = input.caller === undefined ? undefined : readPhone(input.caller).e164;
  if (callerE164 === null) return { rows: [], next: null, now: context.now() };
  const cursor = readCursor(input.after, timeCursor);
  const rows = await listRows(context.read, {
    scope: readsWholeJournal(person) ? 'all' : { departmentId: person.departmentId },
    from: input.from,
    until: input.until,
    outcomes: outcomesOf(input),
    route: input.route,
    employeeId: input.employeeId,
    callerE164,
    // An outbound call that came to nothing is none that was missed.
    direction: input.show === 'missed' ? 'inbound' : input.direction,
    isUnfinished: input.show === 'unfinished',
    after: cursor ? { arrivedAt: cursor[0], id: cursor[1] } : undefined,
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.arrivedAt, last.id));
  context.saw({
    kind: 'calls',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  return {
    rows: await describeJournal(context.read, person, page.rows),
    next: page.next,
    now: context.now(),
  };
}

function outcomesOf({ show, outcome }: JournalFilter): CallFilter['outcomes'] {
  if (outcome) return [outcome];
  return show === 'missed' ? missedOutcomes : undefined;
}
