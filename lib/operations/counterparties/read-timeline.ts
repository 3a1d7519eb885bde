import {
  listTimelineAppeals,
  listTimelineAttachments,
  listTimelineCalls,
  listTimelineChanges,
  listTimelineClosedAppeals,
  listTimelineClosedComplaints,
  listTimelineClosedNextReactions,
  listTimelineDocuments,
  listTimelineFolders,
  listTimelinePurchases,
  listTimelineReactions,
  listTimelineRounds,
  type TimelinePlace,
} from '@/db/card-timeline';
import type { Db } from '@/db/store';
import {
  kindsOf,
  reactionTypesOf,
  type TimelineKind,
  type TimelineShow,
  timelineKinds,
} from '@/lib/domain/counterparties/timeline-shows';
import { idsOfHistory } from './history-of-card';

export type TimelineRows = {
  call: Awaited<ReturnType<typeof listTimelineCalls>>[number];
  reaction: Awaited<ReturnType<typeof listTimelineReactions>>[number];
  appealOpened: Awaited<ReturnType<typeof listTimelineAppeals>>[number];
  appealClosed: Awaited<ReturnType<typeof listTimelineClosedAppeals>>[number];
  nextReactionClosed: Awaited<ReturnType<typeof listTimelineClosedNextReactions>>[number];
  file: Awaited<ReturnType<typeof listTimelineAttachments>>[number];
  purchase: Awaited<ReturnType<typeof listTimelinePurchases>>[number];
  complaintClosed: Awaited<ReturnType<typeof listTimelineClosedComplaints>>[number];
  round: Awaited<ReturnType<typeof listTimelineRounds>>[number];
  folder: Awaited<ReturnType<typeof listTimelineFolders>>[number];
  document: Awaited<ReturnType<typeof listTimelineDocuments>>[number];
  change: Awaited<ReturnType<typeof listTimelineChanges>>[number];
};
/** Something that happened: which record tells of it, and when it was. */
export type TimelineRow = {
  [Kind in TimelineKind]: { kind: Kind; at: number; row: TimelineRows[Kind] };
}[TimelineKind];

export type TimelineCursor = { at: number; kind: TimelineKind; id: string };

/**
 * The next rows of a card's timeline, newest first: each source is read from the cursor on by its own index, and no further
 * than the page may reach.
 */
export async function readTimeline(
  db: Db,
  query: {
    counterpartyId: string;
    show: TimelineShow;
    isOutsideAppeals: boolean;
    after: TimelineCursor | null;
    limit: number;
  },
): Promise<TimelineRow[]> {
  const { counterpartyId, show, isOutsideAppeals, after, limit } = query;
  const rows: TimelineRow[] = [];
  for (const kind of kindsOf(show, isOutsideAppeals)) {
    const of = { counterpartyId, after: after ? placeOf(kind, after) : undefined, limit };
    rows.push(...(await readKind(db, kind, of, { show, isOutsideAppeals })));
  }
  return rows.sort(newestFirst).slice(0, limit);
}

async function readKind(
  db: Db,
  kind: TimelineKind,
  of: { counterpartyId: string; after?: TimelinePlace; limit: number },
  { show, isOutsideAppeals }: { show: TimelineShow; isOutsideAppeals: boolean },
): Promise<TimelineRow[]> {
  switch (kind) {
    case 'call': {
      const calls = await listTimelineCalls(db, { ...of, isWithoutReaction: isOutsideAppeals });
      return calls.map((row) => ({ kind, at: row.arrivedAt, row }));
    }
    case 'reaction': {
      const reactions = await listTimelineReactions(db, { ...of, types: reactionTypesOf(show) });
      return reactions.map((row) => ({ kind, at: row.happenedAt, row }));
    }
    case 'appealOpened':
      return (await listTimelineAppeals(db, of)).map((row) => ({ kind, at: row.createdAt, row }));
    case 'appealClosed':
      return (await listTimelineClosedAppeals(db, of)).map((row) => ({ kind, at: row.closedAt!, row }));
    case 'nextReactionClosed': {
      const closed = await listTimelineClosedNextReactions(db, of);
      return closed.map((row) => ({ kind, at: row.endedAt!, row }));
    }
    case 'file': {
      const files = await listTimelineAttachments(db, { ...of, isOutsideAppeals });
      return files.map((row) => ({ kind, at: row.createdAt, row }));
    }
    case 'purchase':
      return (await listTimelinePurchases(db, of)).map((row) => ({ kind, at: row.happenedAt, row }));
    case 'complaintClosed': {
      const closed = await listTimelineClosedComplaints(db, of);
      return closed.map((row) => ({ kind, at: row.closedAt!, row }));
    }
    case 'round':
      return (await listTimelineRounds(db, of)).map((row) => ({ kind, at: row.endedAt!, row }));
    case 'folder':
      return (await listTimelineFolders(db, of)).map((row) => ({ kind, at: row.handedOverAt, row }));
    case 'document':
      return (await listTimelineDocuments(db, of)).map((row) => ({ kind, at: row.madeAt, row }));
    case 'change': {
      const rows: TimelineRow[] = [];
      for (const counterpartyId of await idsOfHistory(db, of.counterpartyId)) {
        const changes = await listTimelineChanges(db, { ...of, counterpartyId });
        rows.push(...changes.map((row) => ({ kind, at: row.at, row })));
      }
      return rows;
    }
  }
}

const rankOf = (kind: TimelineKind) => timelineKinds.indexOf(kind);

function placeOf(kind: TimelineKind, { at, kind: lastKind, id }: TimelineCursor): TimelinePlace {
  if (kind === lastKind) return { at, ids: { before: id } };
  return { at, ids: rankOf(kind) > rankOf(lastKind) ? 'all' : 'none' };
}

/** Of one millisecond in the order of `timelineKinds`, then of ids. */
export const newestFirst = (one: TimelineRow, other: TimelineRow) =>
  other.at - one.at ||
  rankOf(one.kind) - rankOf(other.kind) ||
  (one.row.id < other.row.id ? 1 : one.row.id > other.row.id ? -1 : 0);
