import { insertAudits } from '@/db/audit-log';
import { getSession, updateSessionEnded } from '@/db/sessions';
import type { Store } from '@/db/store';
import { signInEntry } from '@/lib/domain/audit/sign-in-entry';
import { tellSessionsEnded } from './tell-sessions-ended';

/** Ends the session; its open live streams hear of it. Ending it again changes nothing. */
export async function signOut(store: Store, sessionId: string, now: number): Promise<void> {
  const hasEnded = await store.tx(async (db) => {
    const session = await getSession(db, sessionId);
    if (!session || !(await updateSessionEnded(db, sessionId, now, 'signedOut'))) return false;
    await tellSessionsEnded(db, [sessionId], session.employeeId, now);
    await insertAudits(db, [signInEntry('signedOut', '', session.employeeId, now)]);
    return true;
  });
  if (hasEnded) await store.wake();
}
