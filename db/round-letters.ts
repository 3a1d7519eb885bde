import { and, asc, inArray, lt, sql } from 'drizzle-orm';
import type { RoundRow } from './rounds';
import type { Db } from './store';

/** When each of these clients' letters came first, before that instant, with the round it was asked for in. */
export async function listFirstLetters(
  db: Db,
  counterpartyIds: readonly string[],
  before: number,
): Promise<RoundRow[]> {
  if (counterpartyIds.length === 0) return [];
  const { rounds } = db.t;
  const rows = await db.q
    .select()
    .from(rounds)
    .where(
      and(
        inArray(rounds.counterpartyId, [...counterpartyIds]),
        sql`${rounds.letterState} = 'received'`,
        lt(rounds.letterReceivedAt, before),
      ),
    )
    .orderBy(asc(rounds.letterReceivedAt), asc(rounds.id));
  const first = new Map<string, RoundRow>();
  for (const row of rows) if (!first.has(row.counterpartyId)) first.set(row.counterpartyId, row);
  return [...first.values()];
}
