import { asc, desc, gt, lt, sql } from 'drizzle-orm';
import { execute } from './execute';
import { anyRow, prepared, wholeRow } from './prepared';
import type { Db } from './store';

export type FeedRow = Db['t']['feed']['$inferSelect'];
export type FeedNews = Omit<FeedRow, 'id' | 'at'>;

/** Any number; every writer of the feed takes this lock on PostgreSQL, so that ids appear in order of commit. */
const feedLock = 727_001;

export async function insertFeed(db: Db, at: number, news: FeedNews[]): Promise<void> {
  if (news.length === 0) return;
  if (db.dialect === 'postgres') await execute(db, sql`select pg_advisory_xact_lock(${feedLock})`);
  const { feed } = db.t;
  const insert = prepared(db, 'insertFeed', () => db.q.insert(feed).values(anyRow(feed, ['id'])));
  for (const row of news) await insert.execute(wholeRow(feed, { ...row, at }));
}

/** Rows past the cursor, oldest first. */
export async function listFeedAfter(db: Db, cursor: number, limit = 500): Promise<FeedRow[]> {
  return db.q
    .select()
    .from(db.t.feed)
    .where(gt(db.t.feed.id, cursor))
    .orderBy(asc(db.t.feed.id))
    .limit(limit);
}

export async function getFeedCursor(db: Db): Promise<number> {
  const [row] = await db.q.select({ id: db.t.feed.id }).from(db.t.feed).orderBy(desc(db.t.feed.id)).limit(1);
  return row?.id ?? 0;
}

export async function getOldestFeedId(db: Db): Promise<number> {
  const [row] = await db.q.select({ id: db.t.feed.id }).from(db.t.feed).orderBy(asc(db.t.feed.id)).limit(1);
  return row?.id ?? 0;
}

export async function deleteFeedBefore(db: Db, at: number): Promise<void> {
  await db.q.delete(db.t.feed).where(lt(db.t.feed.at, at));
}
