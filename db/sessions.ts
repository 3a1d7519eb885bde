import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import { prepared } from './prepared';
import type { Db } from './store';

export type SessionRow = Db['t']['sessions']['$inferSelect'];
export type SessionEndReason =
  | 'signedOut'
  | 'signedInAgain'
  | 'passwordChanged'
  | 'disabled'
  | 'endedByPerson';

export async function insertSession(db: Db, row: Omit<SessionRow, 'endedAt' | 'endReason'>): Promise<void> {
  await db.q.insert(db.t.sessions).values(row);
}

export async function getSession(db: Db, id: string): Promise<SessionRow | null> {
  const { sessions } = db.t;
  const select = prepared(db, 'getSession', () =>
    db.q
      .select()
      .from(sessions)
      .where(eq(sessions.id, sql.placeholder('id'))),
  );
  const [row] = await select.execute({ id });
  return row ?? null;
}

/** Neither ended nor past their absolute end, newest first. */
export async function listOpenSessions(db: Db, employeeId: string, now: number): Promise<SessionRow[]> {
  const t = db.t.sessions;
  return db.q
    .select()
    .from(t)
    .where(and(eq(t.employeeId, employeeId), isNull(t.endedAt), gt(t.expiresAt, now)))
    .orderBy(desc(t.lastSeenAt), desc(t.id));
}

export async function updateSessionSeen(db: Db, id: string, lastSeenAt: number): Promise<void> {
  const t = db.t.sessions;
  await db.q
    .update(t)
    .set({ lastSeenAt })
    .where(and(eq(t.id, id), isNull(t.endedAt)));
}

/** Returns whether it was still open. */
export async function updateSessionEnded(
  db: Db,
  id: string,
  endedAt: number,
  endReason: SessionEndReason,
): Promise<boolean> {
  const t = db.t.sessions;
  const ended = await db.q
    .update(t)
    .set({ endedAt, endReason })
    .where(and(eq(t.id, id), isNull(t.endedAt)))
    .returning({ id: t.id });
  return ended.length > 0;
}

/** Ends every open session of the person but `exceptId`; returns the ended ids. */
export async function updateSessionsEnded(
  db: Db,
  employeeId: string,
  endedAt: number,
  endReason: SessionEndReason,
  exceptId: string | null = null,
): Promise<string[]> {
  const t = db.t.sessions;
  const ended = await db.q
    .update(t)
    .set({ endedAt, endReason })
    .where(
      and(
        eq(t.employeeId, employeeId),
        isNull(t.endedAt),
        exceptId === null ? undefined : ne(t.id, exceptId),
      ),
    )
    .returning({ id: t.id });
  return ended.map((row) => row.id);
}
