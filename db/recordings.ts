import { and, asc, desc, eq, getTableColumns, gte, inArray, lt, lte, notInArray } from 'drizzle-orm';
import type { RecordingState } from '@/lib/domain/recordings/recording';
import type { Peaks } from '@/lib/domain/recordings/wav-peaks';
import type { Db } from './store';

type WholeRow = Db['t']['recordings']['$inferSelect'];
/** Without the peaks, which only a player needs. */
export type RecordingRow = Omit<WholeRow, 'peaks'>;
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
  const [row] = await db.q.select(columnsOf(db)).from(recordings).where(eq(recordings.id, id));
  return row ?? null;
}

export async function findRecordingBySid(db: Db, recordingSid: string): Promise<RecordingRow | null> {
  const { recordings } = db.t;
  const [row] = await db.q
    .select(columnsOf(db))
    .from(recordings)
    .where(eq(recordings.recordingSid, recordingSid));
  return row ?? null;
}

/** The oldest first. */
export async function listRecordingsOfCalls(db: Db, callIds: readonly string[]): Promise<RecordingRow[]> {
  if (callIds.length === 0) return [];
  const { recordings } = db.t;
  return db.q
    .select(columnsOf(db))
    .from(recordings)
    .where(inArray(recordings.callId, [...callIds]))
    .orderBy(asc(recordings.recordedAt), asc(recordings.id));
}

export async function listPeaks(
  db: Db,
  recordingIds: readonly string[],
): Promise<{ id: string; peaks: Peaks | null }[]> {
  if (recordingIds.length === 0) return [];
  const { recordings } = db.t;
  return db.q
    .select({ id: recordings.id, peaks: recordings.peaks })
    .from(recordings)
    .where(inArray(recordings.id, [...recordingIds]));
}

/** Those still at the provider whose next attempt is due, the longest due first. */
export async function listAwaitedRecordings(db: Db, now: number, limit: number): Promise<RecordingRow[]> {
  const { recordings } = db.t;
  return db.q
    .select(columnsOf(db))
    .from(recordings)
    .where(and(eq(recordings.state, 'awaited'), lte(recordings.nextAttemptAt, now)))
    .orderBy(asc(recordings.nextAttemptAt), asc(recordings.id))
    .limit(limit);
}

/** Those whose copy at the provider is to be deleted by now, the longest due first. */
export async function listRecordingsToDeleteAtProvider(
  db: Db,
  now: number,
  limit: number,
): Promise<RecordingRow[]> {
  const { recordings } = db.t;
  return db.q
    .select(columnsOf(db))
    .from(recordings)
    .where(lte(recordings.deleteAtProviderAt, now))
    .orderBy(asc(recordings.deleteAtProviderAt), asc(recordings.id))
    .limit(limit);
}

/** The kept ones of some of our numbers, or of all numbers but some, recorded before a moment; the oldest first. */
export async function listRecordingsBefore(
  db: Db,
  { before, limit, ...of }: { before: number; limit: number } & ({ line: string } | { noLineOf: string[] }),
): Promise<RecordingRow[]> {
  const { recordings, calls } = db.t;
  const ofLine = 'line' in of ? eq(calls.calledNumber, of.line) : notInArray(calls.calledNumber, of.noLineOf);
  return db.q
    .select(columnsOf(db))
    .from(recordings)
    .innerJoin(calls, eq(calls.id, recordings.callId))
    .where(and(eq(recordings.state, 'kept'), lt(recordings.recordedAt, before), ofLine))
    .orderBy(asc(recordings.recordedAt), asc(recordings.id))
    .limit(limit);
}

/** Whether it was in one of these states, so that the change was made. */
export async function updateRecording(
  db: Db,
  id: string,
  from: readonly RecordingState[],
  change: Partial<Omit<WholeRow, 'id'>>,
): Promise<boolean> {
  const { recordings } = db.t;
  const updated = await db.q
    .update(recordings)
    .set(change)
    .where(and(eq(recordings.id, id), inArray(recordings.state, [...from])))
    .returning({ id: recordings.id });
  return updated.length > 0;
}

/** The recordings of a call that still run are over: from `nextAttemptAt` on they are asked for. */
export async function updateRunningRecordings(db: Db, callId: string, nextAttemptAt: number): Promise<void> {
  const { recordings } = db.t;
  await db.q
    .update(recordings)
    .set({ state: 'awaited', nextAttemptAt })
    .where(and(eq(recordings.callId, callId), eq(recordings.state, 'running')));
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

function columnsOf(db: Db) {
  const { peaks: _, ...columns } = getTableColumns(db.t.recordings);
  return columns;
}
