import { and, asc, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Db } from './store';

export type RecordingRow = Db['t']['recordings']['$inferSelect'];
export type NewRecording = Db['t']['recordings']['$inferInsert'];
export type RecordingListenRow = Db['t']['recordingListens']['$inferSelect'];

/** False when it is known already. */
export async function insertRecording(db: Db, row: NewRecording): Promise<boolean> {
  const { recordings } = db.t;
  const inserted = await db.q
    .insert(recordings)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: recordings.id });
  return inserted.length > 0;
}

export async function getRecording(db: Db, id: string): Promise<RecordingRow | null> {
  const { recordings } = db.t;
  const [row] = await db.q.select().from(recordings).where(eq(recordings.id, id));
  return row ?? null;
}

/** The oldest first. */
export async function listRecordingsOfCalls(db: Db, callIds: readonly string[]): Promise<RecordingRow[]> {
  if (callIds.length === 0) return [];
  const { recordings } = db.t;
  return db.q
    .select()
    .from(recordings)
    .where(inArray(recordings.callId, [...callIds]))
    .orderBy(asc(recordings.recordedAt), asc(recordings.id));
}

/** Those still at the provider whose next attempt is due, the longest due first. */
export async function listAwaitedRecordings(db: Db, now: number, limit: number): Promise<RecordingRow[]> {
  const { recordings } = db.t;
  return db.q
    .select()
    .from(recordings)
    .where(and(eq(recordings.state, 'awaited'), lte(recordings.nextAttemptAt, now)))
    .orderBy(asc(recordings.nextAttemptAt), asc(recordings.id))
    .limit(limit);
}

/** Whether it was still awaited, so that the change was made. */
export async function updateAwaitedRecording(
  db: Db,
  id: string,
  change: Partial<Omit<RecordingRow, 'id'>>,
): Promise<boolean> {
  const { recordings } = db.t;
  const updated = await db.q
    .update(recordings)
    .set(change)
    .where(and(eq(recordings.id, id), eq(recordings.state, 'awaited')))
    .returning({ id: recordings.id });
  return updated.length > 0;
}

export async function insertRecordingListen(db: Db, row: RecordingListenRow): Promise<void> {
  await db.q.insert(db.t.recordingListens).values(row);
}

/** Whether this person listened to it at that moment or later. */
export async function hasListenedSince(
  db: Db,
  { recordingId, employeeId, since }: { recordingId: string; employeeId: string; since: number },
): Promise<boolean> {
  const listens = db.t.recordingListens;
  const rows = await db.q
    .select({ id: listens.id })
    .from(listens)
    .where(
      and(
        eq(listens.recordingId, recordingId),
        gte(listens.listenedAt, since),
        eq(listens.employeeId, employeeId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The latest first. */
export async function listRecordingListens(
  db: Db,
  recordingIds: readonly string[],
): Promise<RecordingListenRow[]> {
  if (recordingIds.length === 0) return [];
  const listens = db.t.recordingListens;
  return db.q
    .select()
    .from(listens)
    .where(inArray(listens.recordingId, [...recordingIds]))
    .orderBy(desc(listens.listenedAt), desc(listens.id));
}
