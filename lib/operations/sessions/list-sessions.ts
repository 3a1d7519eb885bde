import { listOpenSessions } from '@/db/sessions';
import type { SessionView } from '@/lib/domain/employees/me.contract';
import { type Context, signedIn } from '@/lib/operations/context';

/** Where one is signed in, the last used first. */
export async function listSessions(context: Context): Promise<{ rows: SessionView[] }> {
  const person = signedIn(context);
  const sessions = await listOpenSessions(context.read, person.id, context.now());
  return {
    rows: sessions.map(({ id, createdAt, lastSeenAt, expiresAt }) => ({
      id,
      createdAt,
      lastSeenAt,
      expiresAt,
      isThis: id === context.sessionId,
    })),
  };
}
