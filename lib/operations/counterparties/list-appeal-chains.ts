import { type AppealRow, listAppeals } from '@/db/appeals';
import { listAttachments } from '@/db/attachments';
import { listNextReactionsOfAppeals, type NextReactionRow } from '@/db/next-reactions';
import { listReactionsOfAppeals } from '@/db/reactions';
import type { Db } from '@/db/store';
import type { AppealChain } from '@/lib/domain/counterparties/card-timeline';
import { kindsOf, reactionTypesOf, type TimelineShow } from '@/lib/domain/counterparties/timeline-shows';
import type { Person } from '@/lib/domain/employees/employee';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { describeAppeals } from '@/lib/operations/appeals/describe-appeals';
import { type Context, signedIn } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { describeTimeline } from './describe-timeline';
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
  const rows: AppealChain[] = [];
  for (const [index, appeal] of page.rows.entries()) {
    const next = await listNextReactionsOfAppeals(db, [appeal.id], 'all');
    const happened = await readChain(db, appeal, next, input.show);
    if (happened.length === 0) continue;
    const entries = await describeTimeline(db, person, {
      counterpartyId: input.counterpartyId,
      rows: happened.slice(0, mostOfAppeal),
    });
    rows.push({
      id: appeal.id,
      appeal: views[index]!,
      ...(await describeOpenNext(db, next)),
      entries,
      hasMore: happened.length > mostOfAppeal,
    });
  }
  return { rows, next: page.next };
}

async function describeOpenNext(
  db: Db,
  next: readonly NextReactionRow[],
): Promise<Pick<AppealChain, 'openNext' | 'moreNext'>> {
  const open = next.filter((row) => row.endedAt === null);
  const shown = open.slice(0, mostOpenNext);
  const names = await readDirectory(db, { employees: shown.map((row) => row.responsibleEmployeeId) });
  return {
    openNext: shown.map(({ id, dueAt, responsibleDepartmentId, responsibleEmployeeId }) => ({
      ...{ id, dueAt },
      department: names.department(responsibleDepartmentId),
      employee: names.employee(responsibleEmployeeId),
    })),
    moreNext: open.length - shown.length,
  };
}

/** What happened on an appeal, as far as it is to be shown. */
async function readChain(
  db: Db,
  appeal: AppealRow,
  next: readonly NextReactionRow[],
  show: TimelineShow,
): Promise<TimelineRow[]> {
  const kinds = new Set(kindsOf(show, false));
  const reactions = kinds.has('reaction')
    ? await listReactionsOfAppeals(db, [appeal.id], mostOfAppeal + 1, reactionTypesOf(show))
    : [];
  const files = await listAttachments(db, { of: { appealId: appeal.id }, limit: mostOfAppeal + 1 });
  const rows: TimelineRow[] = [
    ...files.map((row) => ({ kind: 'file' as const, at: row.createdAt, row })),
    ...reactions.map((row) => ({ kind: 'reaction' as const, at: row.happenedAt, row })),
    ...next
      .filter((row) => row.outcome === 'closed')
      .map((row) => ({ kind: 'nextReactionClosed' as const, at: row.endedAt!, row })),
    { kind: 'appealOpened', at: appeal.createdAt, row: appeal },
  ];
  if (appeal.closedAt !== null) rows.push({ kind: 'appealClosed', at: appeal.closedAt, row: appeal });
  return rows.filter(({ kind }) => kinds.has(kind)).sort(newestFirst);
}
