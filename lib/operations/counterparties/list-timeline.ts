import { z } from 'zod';
import type { Db } from '@/db/store';
import type { TimelineEntry } from '@/lib/domain/counterparties/card-timeline';
import { type TimelineShow, timelineKinds } from '@/lib/domain/counterparties/timeline-shows';
import type { Person } from '@/lib/domain/employees/employee';
import { afterIdOf, cursorOf, type Page, readCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeTimeline } from './describe-timeline';
import { readTimeline } from './read-timeline';
import { visibleCard } from './visible-card';

type Input = {
  counterpartyId: string;
  show: TimelineShow;
  appeals: 'all' | 'none';
  after?: string;
  limit: number;
};

/**
 * What happened with a counterparty and its card, newest first, whatever record tells of it.
 * @throws Refusal `notFound`, also for a card the person may not see
 */
export async function listTimeline(context: Context, input: Input): Promise<Page<TimelineEntry>> {
  const person = signedIn(context);
  const card = await visibleCard(context.read, person, input.counterpartyId);
  const page = await readTimelinePage(context.read, person, { ...input, counterpartyId: card.id });
  context.saw({
    kind: 'timeline',
    subjectId: card.id,
    counterpartyId: card.id,
    rowCount: page.rows.length,
    filters: input.show === 'all' ? [] : ['show'],
    afterId: afterIdOf(input.after),
  });
  return page;
}

const timelineCursor = z.tuple([
  z.int(),
  z
    .int()
    .min(0)
    .max(timelineKinds.length - 1),
  z.string(),
]);

/** The same of a card that the person is known to see. */
export async function readTimelinePage(db: Db, person: Person, input: Input): Promise<Page<TimelineEntry>> {
  const { counterpartyId, show, appeals, limit } = input;
  const cursor = readCursor(input.after, timelineCursor);
  const rows = await readTimeline(db, {
    counterpartyId,
    show,
    isOutsideAppeals: appeals === 'none',
    after: cursor && { at: cursor[0], kind: timelineKinds[cursor[1]]!, id: cursor[2] },
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) =>
    cursorOf(last.at, timelineKinds.indexOf(last.kind), last.row.id),
  );
  return { rows: await describeTimeline(db, person, { counterpartyId, rows: page.rows }), next: page.next };
}
