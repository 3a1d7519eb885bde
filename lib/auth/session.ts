import { decode } from 'next-auth/jwt';
import { getSession, insertSession, updateSessionEnded, updateSessionSeen } from '@/db/sessions';
import type { Db, Store } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { type AuthSettings, cookieName, readCookie } from './cookies';
import { loadPerson } from './person';
import { tellSessionsEnded } from './tell-sessions-ended';

export const sessionIdleMs = 12 * 60 * 60_000;
export const sessionLifeMs = 7 * 24 * 60 * 60_000;
/** Being seen is written down at most this often. */
const seenEveryMs = 60_000;

/**
 * Who sent this request, by the session cookie. The row decides on every request, so an ended session is over at once;
 * it also ends after 12 hours without a request and 7 days after the sign-in.
 */
export async function personOfSession(
  store: Store,
  headers: Headers,
  settings: Pick<AuthSettings, 'authSecret' | 'publicUrl'>,
  now: number,
): Promise<{ person: Person; sessionId: string } | null> {
  const sessionId = await sessionIdOf(headers, settings);
  if (!sessionId) return null;
  const session = await getSession(store.read, sessionId);
  if (!session || session.endedAt !== null) return null;
  if (now >= session.expiresAt || now - session.lastSeenAt >= sessionIdleMs) return null;
  const person = await loadPerson(store.read, session.employeeId, now);
  if (!person) return null;
  if (now - session.lastSeenAt >= seenEveryMs) {
    // Nobody is refused because this could not be written; the next request tries again.
    await store.tx((db) => updateSessionSeen(db, session.id, now)).catch(() => undefined);
  }
  return { person, sessionId };
}

/** Why this browser's session is over: the person was disabled, or it ended without their doing; null when neither is so. */
export async function howSessionEnded(
  store: Store,
  headers: Headers,
  settings: Pick<AuthSettings, 'authSecret' | 'publicUrl'>,
  now: number,
): Promise<'disabled' | 'over' | null> {
  const sessionId = await sessionIdOf(headers, settings);
  const session = sessionId ? await getSession(store.read, sessionId) : null;
  if (!session) return null;
  if (!(await loadPerson(store.read, session.employeeId, now))) return 'disabled';
  if (session.endReason === 'signedOut' || session.endReason === 'signedInAgain') return null;
  const isOver = session.endedAt !== null || now >= session.expiresAt;
  return isOver || now - session.lastSeenAt >= sessionIdleMs ? 'over' : null;
}

/** The id in the session cookie, open or not; null when there is none or it was not made by us. */
export async function sessionIdOf(
  headers: Headers,
  settings: Pick<AuthSettings, 'authSecret' | 'publicUrl'>,
): Promise<string | null> {
  const cookie = readCookie(headers, cookieName('session', settings));
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: settings.authSecret });
    return typeof token?.sid === 'string' ? token.sid : null;
  } catch {
    return null;
  }
}

/** Starts a session; the one this browser had before ends, so that an id planted before the sign-in is worth nothing. */
export async function startSession(
  db: Db,
  session: { id: string; employeeId: string; replaces: string | null },
  now: number,
): Promise<void> {
  const replaced = session.replaces ? await getSession(db, session.replaces) : null;
  if (replaced && (await updateSessionEnded(db, replaced.id, now, 'signedInAgain'))) {
    await tellSessionsEnded(db, [replaced.id], replaced.employeeId, now);
  }
  await insertSession(db, {
    id: session.id,
    employeeId: session.employeeId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + sessionLifeMs,
  });
}
