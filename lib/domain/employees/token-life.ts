/** `read`: the token changes nothing, whatever its employee may. */
export const tokenScopes = ['read', 'change'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** The token a request came with. */
export type UsedToken = { id: string; scope: TokenScope; expiresAt: number | null };

/** For how many days a token may be made: at most a year. */
export const tokenLifeDays = [7, 30, 90, 180, 365] as const;

/** Of one person at a time, so that nobody loses sight of them. */
export const mostTokens = 50;

const dayMs = 86_400_000;

/**
 * When (epoch ms) a token expires that is made `now` for so many days. A token made by a program with a token of its own
 * does not outlive that one.
 */
export function tokenExpiry(now: number, days: number, makerExpiresAt: number | null): number {
  const wanted = now + days * dayMs;
  return makerExpiresAt === null ? wanted : Math.min(wanted, makerExpiresAt);
}
