import type { CallRow } from '@/db/calls';
import { listMissedCalls, listMissedCallers as listRows } from '@/db/missed-calls';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { readsWholeJournal } from '@/lib/domain/calls/journal-rights';
import { callBackStateOf, type MissedCaller } from '@/lib/domain/calls/missed-caller';
import type { missedShows } from '@/lib/domain/calls/missed-shows';
import { mayReadJournal } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from '@/lib/operations/reactions/describe-next-reactions';
import { describeRecordings } from '@/lib/operations/recordings/describe-recordings';
import { describeJournal } from './describe-journal';

/**
 * Callers nobody answered, one row for all the calls of one until somebody answered for them (IN-11): who, how often, how
 * long they waited, who answers for it, and the messages they left. The client department and those who review everything
 * read it.
 * @throws Refusal `forbidden`
 */
export async function listMissedCallers(
  context: Context,
  input: {
    show: (typeof missedShows)[number];
    /** When they were missed first (epoch ms). */
    from?: number;
    /** The moment after the last one. */
    until?: number;
    after?: string;
    limit: number;
  },
): Promise<Page<MissedCaller> & { now: number }> {
  const person = signedIn(context);
  if (!mayReadJournal(person) || !readsWholeJournal(person)) throw forbidden();
  const db = context.read;
  const now = context.now();
  const found = await listRows(db, {
    show: input.show,
    from: input.from,
    until: input.until,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(found, input.limit, (last) => cursorOf(last.createdAt, last.id));
  context.saw({
    kind: 'missedCallers',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  const callsOf = await listMissedCalls(db, page.rows);
  const calls = [...callsOf.values()].flat();
  const journal = new Map((await describeJournal(db, person, calls)).map((row) => [row.id, row]));
  const messages = await describeRecordings(
    db,
    calls.map(({ id }) => id),
    'message',
  );
  const views = await describeNextReactions(db, person, page.rows, now);
  const rows = page.rows.flatMap((row, index): MissedCaller[] => {
    const ofNumber = callsOf.get(row.id) ?? [];
    const ofCaller = ofNumber.filter(({ direction }) => direction === 'inbound');
    const last = ofCaller.at(-1);
    const told = last && journal.get(last.id);
    if (!last || !told) return [];
    return [
      {
        next: views[index]!,
        state: callBackStateOf(row),
        caller: told.caller,
        cardsOfNumber: told.counterparty ? [told.counterparty] : told.cardsOfNumber,
        firstAt: ofCaller[0]!.arrivedAt,
        lastAt: last.arrivedAt,
        calls: ofCaller.length,
        attempts: ofNumber.length - ofCaller.length,
        waitMs: Math.max(...ofCaller.map(waitOf)),
        settledAfterMs: row.endedAt === null ? null : Math.max(0, row.endedAt - endOf(last)),
        reviewCallId: told.mayReview ? last.id : null,
        messages: messages.filter(({ callId }) => ofCaller.some(({ id }) => id === callId)),
      },
    ];
  });
  return { rows, next: page.next, now };
}

const endOf = ({ endedAt, arrivedAt }: CallRow) => endedAt ?? arrivedAt;

/** The line's clock and ours may differ by some seconds. */
const waitOf = (call: CallRow) => Math.max(0, (call.answeredAt ?? endOf(call)) - call.arrivedAt);
