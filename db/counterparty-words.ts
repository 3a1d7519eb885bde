import { and, asc, desc, eq, gte, lt, ne } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { aliasOf } from './alias';
import { isWithinScope } from './counterparty-scope';
import { hasRow } from './has-row';
import { insertMany } from './insert-many';
import { isAmong } from './is-among';
import { endOfPrefix } from './prefix';
import type { Db } from './store';
import { conditionsOf, type WordMatch } from './word-match';

export type CounterpartyWordRow = Db['t']['counterpartyWords']['$inferSelect'];
export type WordEndingRow = Db['t']['counterpartyWordEndings']['$inferSelect'];

export async function insertCounterpartyWords(db: Db, rows: CounterpartyWordRow[]): Promise<void> {
  await insertMany(db, db.t.counterpartyWords, rows, { skipsKnown: true });
}

export async function deleteCounterpartyWords(db: Db, counterpartyId: string): Promise<void> {
  await db.q.delete(db.t.counterpartyWords).where(eq(db.t.counterpartyWords.counterpartyId, counterpartyId));
}

export async function insertWordEndings(db: Db, rows: WordEndingRow[]): Promise<void> {
  await insertMany(db, db.t.counterpartyWordEndings, rows, { skipsKnown: true });
}

/** Those of the words whose endings are kept. */
export async function listWordsWithEndings(db: Db, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const endings = db.t.counterpartyWordEndings;
  const rows = await db.q
    .select({ word: endings.word })
    .from(endings)
    .where(and(isAmong(db, endings.ending, words), eq(endings.ending, endings.word)));
  return rows.map(({ word }) => word);
}

/** Words that hold this part after their beginning. */
export async function findWordsByMiddle(db: Db, part: string, limit: number): Promise<string[]> {
  const endings = db.t.counterpartyWordEndings;
  const rows = await db.q
    .select({ word: endings.word })
    .from(endings)
    .where(
      and(gte(endings.ending, part), lt(endings.ending, endOfPrefix(part)), ne(endings.ending, endings.word)),
    )
    .orderBy(asc(endings.ending), asc(endings.word))
    .limit(limit);
  return [...new Set(rows.map(({ word }) => word))];
}

/** Words that begin so, and words that end so, each as far as `limit` endings reach. */
export async function findWordsByEnds(
  db: Db,
  { beginning, ending }: { beginning: string; ending: string },
  limit: number,
): Promise<string[]> {
  const t = db.t.counterpartyWordEndings;
  const begun = await db.q
    .select()
    .from(t)
    .where(and(gte(t.ending, beginning), lt(t.ending, endOfPrefix(beginning))))
    .orderBy(asc(t.ending), asc(t.word))
    .limit(limit);
  const ended = await db.q.select().from(t).where(eq(t.ending, ending)).orderBy(asc(t.word)).limit(limit);
  const whole = begun.filter((row) => row.ending === row.word);
  return [...new Set([...whole, ...ended].map(({ word }) => word))];
}

/** So many words are looked at before others that answer to the search are left out. */
const mostLookedAt = 3000;

/**
 * Ids of cards each of whose words asked for is there. The first leads the search; of the cards whose word is that very
 * one the newest come first.
 */
export async function findCounterpartiesByWords(
  db: Db,
  asked: readonly WordMatch[],
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const [first, ...others] = asked;
  if (!first) return [];
  const words = db.t.counterpartyWords;
  const candidates = db.q
    .select({ counterpartyId: words.counterpartyId })
    .from(words)
    .where(and(...conditionsOf(words.word, first)))
    .orderBy(...('is' in first ? [desc(words.counterpartyId)] : [asc(words.word), asc(words.counterpartyId)]))
    .limit(mostLookedAt)
    .as('candidates');
  const rows = await db.q
    .select({ counterpartyId: candidates.counterpartyId })
    .from(candidates)
    .where(
      and(
        ...others.map((other, index) => {
          const joined = aliasOf(words, `word_${index}`);
          const isOfSame = eq(joined.counterpartyId, candidates.counterpartyId);
          return hasRow(db, joined, and(isOfSame, ...conditionsOf(joined.word, other)));
        }),
        isWithinScope(db, scope, candidates.counterpartyId),
      ),
    )
    .limit(limit * 3);
  return [...new Set(rows.map((row) => row.counterpartyId))].slice(0, limit);
}
