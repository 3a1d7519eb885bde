import { insertFeed } from '@/db/feed';
import { getSession, updateSessionEnded } from '@/db/sessions';
import type { Store } from '@/db/store';

/** Ends the session; its open live streams hear of it. Ending it again changes nothing. */
export async function signOut(store: Store, sessionId: string, now: number): Promise<void> {
  const hasEnded = await store.tx(async (db) => {
    const session = await getSession(db, sessionId);
    if (!session || !(await updateSessionEnded(db, sessionId, now, 'signedOut'))) return false;
    await insertFeed(db, now, [
      { noun: 'session', nounId: sessionId, departmentId: null, employeeId: session.employeeId },
    ]);
    return true;
  });
  if (hasEnded) await store.wake();
}
