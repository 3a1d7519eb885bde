import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, notExists, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { RetentionKind } from '@/lib/domain/retention/retention';
import type { Db } from './store';

/** What of a kind is older than a moment and still there, by the ids that it is removed by. */
function expired(db: Db, kind: RetentionKind, before: number) {
  const {
    recordings,
    calls,
    letters,
    attachments,
    appeals,
    imports,
    accessLog,
    requests,
    feed,
    nextReactions,
  } = db.t;
  const openAppeal = db.q
    .select({ id: appeals.id })
    .from(appeals)
    .where(and(eq(appeals.id, attachments.appealId), lt(appeals.closedAt, before)));
  const openPromise = db.q
    .select({ id: nextReactions.id })
    .from(nextReactions)
    .where(and(eq(nextReactions.callId, calls.id), isNull(nextReactions.endedAt)));
  const sources: Record<
    RetentionKind,
    {
      table: SQLiteTable;
      id: SQL | Parameters<typeof asc>[0];
      where: SQL | undefined;
      order: Parameters<typeof asc>[0];
    }
  > = {
    messages: {
      table: recordings,
      id: recordings.id,
      where: and(
        eq(recordings.state, 'kept'),
        eq(recordings.kind, 'message'),
        lt(recordings.recordedAt, before),
      ),
      order: recordings.recordedAt,
    },
    unknownCallers: {
      table: calls,
      id: calls.id,
      where: and(
        lt(calls.arrivedAt, before),
        isNull(calls.counterpartyId),
        isNotNull(calls.endedAt),
        ne(calls.callerText, ''),
        isNotNull(calls.callerE164),
        notExists(openPromise),
      ),
      order: calls.arrivedAt,
    },
    letters: {
      table: letters,
      id: letters.id,
      where: and(lt(letters.createdAt, before), sql`state = 'sent' and text <> ''`),
      order: letters.createdAt,
    },
    closedAppealFiles: {
      table: attachments,
      id: attachments.id,
      where: and(isNull(attachments.removedAt), sql`exists ${openAppeal}`),
      order: attachments.createdAt,
    },
    imports: {
      table: imports,
      id: imports.id,
      where: and(lt(imports.createdAt, before), inArray(imports.state, ['done', 'undone', 'stopped'])),
      order: imports.createdAt,
    },
    accessLog: { table: accessLog, id: accessLog.id, where: lt(accessLog.at, before), order: accessLog.at },
    requests: {
      table: requests,
      id: requests.key,
      where: lt(requests.createdAt, before),
      order: requests.createdAt,
    },
    feed: {
      table: feed,
      id: sql<string>`cast(${feed.id} as text)`,
      where: lt(feed.at, before),
      order: feed.at,
    },
  };
  return sources[kind];
}

/** How much of a kind is older than a moment, counted no further than `most`. */
export async function countExpired(
  db: Db,
  kind: RetentionKind,
  before: number,
  most: number,
): Promise<number> {
  const { table, where } = expired(db, kind, before);
  const some = db.q
    .select({ one: sql`1`.as('one') })
    .from(table)
    .where(where)
    .limit(most)
    .as('some');
  const [row] = await db.q.select({ count: sql<number>`count(*)` }).from(some);
  return Number(row?.count ?? 0);
}

/** The oldest of them. */
export async function listExpired(
  db: Db,
  kind: RetentionKind,
  before: number,
  limit: number,
): Promise<string[]> {
  const { table, id, where, order } = expired(db, kind, before);
  const rows = await db.q
    .select({ id: id as SQL<string> })
    .from(table)
    .where(where)
    .orderBy(asc(order))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Deletes rows that nothing hangs on. */
export async function deleteExpired(
  db: Db,
  kind: 'accessLog' | 'requests' | 'feed',
  ids: readonly string[],
): Promise<void> {
  const { accessLog, requests, feed } = db.t;
  if (ids.length === 0) return;
  if (kind === 'accessLog') await db.q.delete(accessLog).where(inArray(accessLog.id, [...ids]));
  else if (kind === 'requests') await db.q.delete(requests).where(inArray(requests.key, [...ids]));
  else await db.q.delete(feed).where(inArray(feed.id, ids.map(Number)));
}

/** The letter was written and sent; what it said goes. */
export async function blankLetters(db: Db, ids: readonly string[]): Promise<void> {
  await db.q
    .update(db.t.letters)
    .set({ to: [], subject: '—', text: '', attachmentIds: [], problem: null })
    .where(inArray(db.t.letters.id, [...ids]));
}

/** Their files are deleted by the next round; nobody brings them back. */
export async function expireAttachments(db: Db, ids: readonly string[], now: number): Promise<void> {
  await db.q
    .update(db.t.attachments)
    .set({ removedAt: now, expiredAt: now, name: '—' })
    .where(inArray(db.t.attachments.id, [...ids]));
}
