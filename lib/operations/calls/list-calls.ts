import { type CallFilter, listCalls as listRows } from '@/db/call-journal';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { CallDirection, CallOutcome } from '@/lib/domain/calls/call';
import type { journalShows, scoredChoices } from '@/lib/domain/calls/journal-choices';
import { readsWholeJournal } from '@/lib/domain/calls/journal-rights';
import { type JournalRow, missedOutcomes } from '@/lib/domain/calls/journal-view';
import type { CallRoute } from '@/lib/domain/calls/route';
import { mayReadJournal, reviewsEverything } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import {
  afterIdOf,
  cursorOf,
  type Page,
  readPlace,
  type TimeOrder,
  timeCursor,
  toPage,
} from '@/lib/domain/paging';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { mayScoreCalls } from '@/lib/domain/score-cards/score-card-rights';
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
  refused?: boolean;
  unlisted?: boolean;
  longStepSeconds?: number;
  scored?: (typeof scoredChoices)[number];
  order?: TimeOrder;
};

/**
 * The journal, newest first unless asked otherwise. The client department and those who review everything read all of it, the
 * head of another department the calls handed over to it and those its people placed. Refused and unlisted answers, long steps
 * and score cards are asked for by those who review calls.
 * @throws Refusal `forbidden`
 */
export async function listCalls(
  context: Context,
  input: JournalFilter & { after?: string; limit: number },
): Promise<Page<JournalRow> & { now: number }> {
  const person = signedIn(context);
  if (!mayReadJournal(person)) throw forbidden();
  if (isForReviewers(input) && !mayScoreCalls(person)) throw forbidden();
  const callerE164 = input.caller === undefined ? undefined : readPhone(input.caller).e164;
  if (callerE164 === null) return { rows: [], next: null, now: context.now() };
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
    hasRefused: input.refused,
    hasUnlisted: input.unlisted,
    longStepSeconds: input.longStepSeconds,
    scored: input.scored && {
      is: input.scored,
      scope: reviewsEverything(person) ? 'all' : { departmentId: person.departmentId },
      notOf: person.id,
    },
    order: input.order,
    after: readPlace(input.after, timeCursor),
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

const isForReviewers = ({ refused, unlisted, longStepSeconds, scored }: JournalFilter) =>
  Boolean(refused || unlisted || longStepSeconds || scored);

function outcomesOf({ show, outcome }: JournalFilter): CallFilter['outcomes'] {
  if (outcome) return [outcome];
  return show === 'missed' ? missedOutcomes : undefined;
}
