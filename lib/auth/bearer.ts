import { findApiToken, updateApiTokenUsed } from '@/db/api-tokens';
import type { Store } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import type { UsedToken } from '@/lib/domain/employees/token-life';
import { loadPerson } from './person';
import { apiTokenPrefix, hashSecret } from './secrets';

const usedEveryMs = 60_000;

/** The token of `Authorization: Bearer cb_…`; null when the header is absent or of another kind. */
export function bearerOf(headers: Headers): string | null {
  const match = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '');
  return match?.[1] ?? null;
}

/** The employee a token stands for, with that employee's rights; null when it is unknown, over, revoked or theirs no more. */
export async function personOfToken(
  store: Store,
  bearer: string,
  now: number,
): Promise<{ person: Person; token: UsedToken } | null> {
  if (!bearer.startsWith(apiTokenPrefix)) return null;
  const token = await findApiToken(store.read, hashSecret(bearer));
  if (!token || (token.expiresAt !== null && now >= token.expiresAt)) return null;
  const person = await loadPerson(store.read, token.employeeId, now);
  if (!person) return null;
  if (now - (token.lastUsedAt ?? 0) >= usedEveryMs) {
    // Nobody is refused because this could not be written; the next request tries again.
    await store.tx((db) => updateApiTokenUsed(db, token.id, now)).catch(() => undefined);
  }
  const { id, scope, expiresAt } = token;
  return { person, token: { id, scope, expiresAt } };
}
