import { type AppealRow, listAppeals } from '@/db/appeals';
import { listAttachments } from '@/db/attachments';
import {
  listClosedNextReactionsOfAppeal,
  listNextReactionsOfAppeals,
  type NextReactionRow,
} from '@/db/next-reactions';
import { listReactionsOfAppeals } from '@/db/reactions';
import type { Db } from '@/db/store';
import type { AppealChain } from '@/lib/domain/counterparties/card-timeline';
import { kindsOf, reactionTypesOf, type TimelineShow } from '@/lib/domain/counterparties/timeline-shows';
import type { Person } from '@/lib/domain/employees/employee';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { describeAppeals } from '@/lib/operations/appeals/describe-appeals';
import { type Context, signedIn } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { describeTimeline, entryIdOf } from './describe-timeline';
import { newestFirst, type TimelineRow } from './read-timeline';
import { visibleCard } from './visible-card';

const mostOfAppeal = 20;
const mostOpenNext = 5;

type Input = { counterpartyId: string; show: TimelineShow; after?: string; limit: number };

/**
 * The appeals of a counterparty, newest first, each with what happened on it: the timeline in chains. Narrowed to something,
 * those on which it happened.
 * @throws Refusal `notFound`, also for a card the person may not see
 */
export async function listAppealChains(context: Context, input: Input): Promise<Page<AppealChain>> {
  const person = signedIn(context);
  const card = await visibleCard(context.read, person, input.counterpartyId);
  const page = await readAppealChains(context.read, person, { ...input, counterpartyId: card.id });
  context.saw({
    kind: 'timeline',
    subjectId: card.id,
    counterpartyId: card.id,
    rowCount: page.rows.length,
    filters: input.show === 'all' ? ['appeal'] : ['appeal', 'show'],
    afterId: afterIdOf(input.after),
  });
  return page;
}

/** The same of a card that the person is known to see. */
export async function readAppealChains(db: Db, person: Person, input: Input): Promise<Page<AppealChain>> {
  const appeals = await listAppeals(db, {
    scope: 'all',
    state: 'all',
    counterpartyId: input.counterpartyId,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(appeals, input.limit, (last) => cursorOf(last.createdAt, last.id));
  const views = await describeAppeals(db, page.rows);
  const chains: { view: AppealChain['appeal']; happened: TimelineRow[] }[] = [];
  for (const [index, appeal] of page.rows.entries()) {
    const happened = await readChain(db, appeal, input.show);
    if (happened.length > 0) chains.push({ view: views[index]!, happened });
  }
  const entries = await describeTimeline(db, person, {
    counterpartyId: input.counterpartyId,
    rows: chains.flatMap(({ happened }) => happened.slice(0, mostOfAppeal)),
  });
  const entriesById = new Map(entries.map((entry) => [entry.id, entry]));
  const openNextOf = await describeOpenNext(
    db,
    chains.map(({ view }) => view.id),
  );
  const rows = chains.map(({ view, happened }) => ({
    id: view.id,
    appeal: view,
    ...openNextOf(view.id),
    entries: happened.slice(0, mostOfAppeal).flatMap((row) => entriesById.get(entryIdOf(row)) ?? []),
    hasMore: happened.length > mostOfAppeal,
  }));
  return { rows, next: page.next };
}

/** What is still to be done on each of these appeals, soonest first. */
async function describeOpenNext(
  db: Db,
  appealIds: readonly string[],
): Promise<(appealId: string) => Pick<AppealChain, 'openNext' | 'moreNext'>> {
  const next = await listNextReactionsOfAppeals(db, appealIds, 'open');
  const openOf = Map.groupBy(next, ({ appealId }) => appealId);
  const shownOf = (appealId: string) => (openOf.get(appealId) ?? []).slice(0, mostOpenNext);
  const names = await readDirectory(db, {
    employees: appealIds.flatMap(shownOf).map((row) => row.responsibleEmployeeId),
  });
  const described = ({ id, dueAt, responsibleDepartmentId, responsibleEmployeeId }: NextReactionRow) => ({
    ...{ id, dueAt },
    department: names.department(responsibleDepartmentId),
    employee: names.employee(responsibleEmployeeId),
  });
  return (appealId) => ({
    openNext: shownOf(appealId).map(described),
    moreNext: Math.max(0, (openOf.get(appealId)?.length ?? 0) - mostOpenNext),
  });
}

/** What happened on an appeal, as far as it is to be shown. */
async function readChain(db: Db, appeal: AppealRow, show: TimelineShow): Promise<TimelineRow[]> {
  const kinds = new Set(kindsOf(show, false));
  const reactions = kinds.has('reaction')
    ? await listReactionsOfAppeals(db, [appeal.id], mostOfAppeal + 1, reactionTypesOf(show))
    : [];
  const closed = kinds.has('nextReactionClosed')
    ? await listClosedNextReactionsOfAppeal(db, appeal.id, mostOfAppeal + 1)
    : [];
  const files = kinds.has('file')
    ? await listAttachments(db, { of: { appealId: appeal.id }, limit: mostOfAppeal + 1 })
    : [];
  const rows: TimelineRow[] = [
    ...files.map((row) => ({ kind: 'file' as const, at: row.createdAt, row })),
    ...reactions.map((row) => ({ kind: 'reaction' as const, at: row.happenedAt, row })),
    ...closed.map((row) => ({ kind: 'nextReactionClosed' as const, at: row.endedAt!, row })),
    { kind: 'appealOpened', at: appeal.createdAt, row: appeal },
  ];
  if (appeal.closedAt !== null) rows.push({ kind: 'appealClosed', at: appeal.closedAt, row: appeal });
  return rows.filter(({ kind }) => kinds.has(kind)).sort(newestFirst);
}
