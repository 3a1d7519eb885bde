import type { PageAfter } from '@/db/in-time-order';
import type { NextReactionRow } from '@/db/next-reactions';
import { listDue } from '@/db/reports/due-reactions';
import { listLeads } from '@/db/reports/leads';
import { listMissed } from '@/db/reports/missed-callers';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import type { DueFigure, LeadFigure, MissedFigure } from '@/lib/domain/reports/reaction-figure';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from '@/lib/operations/reactions/describe-next-reactions';
import type { CountedQuery } from './list-counted-calls';
import { type ReportScope, reportScope } from './report-scope';
import { seenInReport } from './seen-in-report';

/** `nobodys`: of those alone that stand with no person. */
type Personal = { nobodys?: boolean };
type Counted = Page<NextReactionView> & { now: number };
type Found = { next: NextReactionRow; at: number; id: string };

/** Next reactions that a figure was counted from, the latest due first. @throws Refusal `forbidden`, `notFound` */
export function listCountedDue(
  context: Context,
  input: CountedQuery<DueFigure> & Personal,
): Promise<Counted> {
  return listCounted(context, input, async (scope, place) => {
    const rows = await listDue(
      context.read,
      { ...scope.work(), isNobodys: input.nobodys },
      input.figure,
      scope.head.now,
      place,
    );
    return rows.map((next) => ({ next, at: next.dueAt, id: next.id }));
  });
}

/** Missed callers that a figure was counted from, newest first. @throws Refusal `forbidden`, `notFound` */
export function listCountedMissed(context: Context, input: CountedQuery<MissedFigure>): Promise<Counted> {
  return listCounted(context, input, async (scope, place) => {
    const { callBackMinutes } = scope.settings;
    const rows = await listMissed(context.read, scope.work(), input.figure, callBackMinutes, place);
    return rows.map((next) => ({ next, at: next.createdAt, id: next.id }));
  });
}

/** The next reactions of leads that a figure was counted from, the newest lead first. @throws Refusal `forbidden`, `notFound` */
export function listCountedLeads(
  context: Context,
  input: CountedQuery<LeadFigure> & Personal,
): Promise<Counted> {
  return listCounted(context, input, async (scope, place) => {
    const rows = await listLeads(
      context.read,
      scope.salesIds,
      { ...scope.work(), isNobodys: input.nobodys },
      input.figure,
      place,
    );
    return rows.map(({ next, lead }) => ({ next, at: lead.createdAt, id: lead.id }));
  });
}

async function listCounted(
  context: Context,
  input: CountedQuery<string>,
  find: (scope: ReportScope, place: PageAfter) => Promise<Found[]>,
): Promise<Counted> {
  const person = signedIn(context);
  const scope = await reportScope(context, input);
  const found = await find(scope, {
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(found, input.limit, (last) => cursorOf(last.at, last.id));
  const { now } = scope.head;
  context.saw(seenInReport('nextReactions', input, page.rows.length, afterIdOf(input.after)));
  const rows = await describeNextReactions(
    context.read,
    person,
    page.rows.map(({ next }) => next),
    now,
  );
  return { rows, next: page.next, now };
}
