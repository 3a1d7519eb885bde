import type { Store } from '@/db/store';
import { findWallboardToken, updateWallboardTokenUsed } from '@/db/wallboard-tokens';
import { wallboardTokenPrefix } from '@/lib/domain/reports/wallboard-token';
import { bearerOf } from './bearer';
import { hashSecret } from './secrets';

const usedEveryMs = 60_000;

/** The television whose token a request carries; null when it carries none, or one that is revoked. */
export async function screenOfToken(store: Store, headers: Headers, now: number): Promise<string | null> {
  const bearer = bearerOf(headers);
  if (!bearer?.startsWith(wallboardTokenPrefix)) return null;
  const token = await findWallboardToken(store.read, hashSecret(bearer));
  if (!token) return null;
  if (now - (token.lastUsedAt ?? 0) >= usedEveryMs)
    await store.tx((db) => updateWallboardTokenUsed(db, token.id, now));
  return token.id;
}
