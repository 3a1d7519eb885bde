import { and, asc, eq, exists, gte, lt, type SQL } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { aliasOf } from './alias';
import { isWithinScope } from './counterparty-scope';
import { endOfPrefix } from './prefix';
import type { Db } from './store';

export type CounterpartyWordRow = Db['t']['counterpartyWords']['$inferSelect'];

export async function insertCounterpartyWords(db: Db, rows: CounterpartyWordRow[]): Promise<void> {
  if (rows.length > 0) await db.q.insert(db.t.counterpartyWords).values(rows).onConflictDoNothing();
}

export async function deleteCounterpartyWords(db: Db, counterpartyId: string): Promise<void> {
  await db.q.delete(db.t.counterpartyWords).where(eq(db.t.counterpartyWords.counterpartyId, counterpartyId));
}

/** Ids of cards each of whose given beginnings begins one of their words. The longest beginning leads the search. */
export async function findCounterpartiesByWords(
  db: Db,
  beginnings: readonly string[],
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const [longest, ...others] = [...beginnings].sort((one, other) => other.length - one.length);
  if (!longest) return [];
  const words = db.t.counterpartyWords;
  const rows = await db.q
    .select({ counterpartyId: words.counterpartyId })
    .from(words)
    .where(
      and(
        ...beginsWith(words, longest),
        ...others.map((other, index) => {
          const joined = aliasOf(words, `word_${index}`);
          return exists(
            db.q
              .select({ word: joined.word })
              .from(joined)
              .where(and(eq(joined.counterpartyId, words.counterpartyId), ...beginsWith(joined, other))),
          );
        }),
        isWithinScope(db, scope, words.counterpartyId),
      ),
    )
    .orderBy(asc(words.word), asc(words.counterpartyId))
    .limit(limit * 3);
  return [...new Set(rows.map((row) => row.counterpartyId))].slice(0, limit);
}

function beginsWith(words: Db['t']['counterpartyWords'], beginning: string): SQL[] {
  return [gte(words.word, beginning), lt(words.word, endOfPrefix(beginning))];
}
