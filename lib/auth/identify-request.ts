import type { Store } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import type { UsedToken } from '@/lib/domain/employees/token-life';
import { bearerOf, personOfToken } from './bearer';
import type { AuthSettings } from './cookies';
import { personOfSession } from './session';

/** Who sent a request and how they proved it. */
export type Identity = { person: Person; by: 'session' | 'token'; sessionId?: string; token?: UsedToken };

/** Reads the bearer token or the session cookie; null when neither is good. A token that is not good is not made up for by a cookie. */
export async function identifyRequest(
  store: Store,
  headers: Headers,
  settings: Pick<AuthSettings, 'authSecret' | 'publicUrl'>,
  now: number,
): Promise<Identity | null> {
  if (headers.has('authorization')) {
    const bearer = bearerOf(headers);
    const found = bearer ? await personOfToken(store, bearer, now) : null;
    return found && { ...found, by: 'token' };
  }
  const found = await personOfSession(store, headers, settings, now);
  return found && { person: found.person, by: 'session', sessionId: found.sessionId };
}
