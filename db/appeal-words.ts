import { and, desc, eq } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { topicWords } from '@/lib/domain/search/topic-words';
import { aliasOf } from './alias';
import { isWithinScope } from './counterparty-scope';
import { hasRow } from './has-row';
import { insertMany } from './insert-many';
import type { Db } from './store';
import { conditionsOf, type WordMatch } from './word-match';

/** Those that are there already stay. */
export async function insertAppealWords(
  db: Db,
  appeals: readonly { id: string; topic: string }[],
): Promise<void> {
  const rows = appeals.flatMap(({ id, topic }) => topicWords(topic).map((word) => ({ word, appealId: id })));
  await insertMany(db, db.t.appealWords, rows, { skipsKnown: true });
}

export async function deleteAppealWords(db: Db, appealId: string): Promise<void> {
  await db.q.delete(db.t.appealWords).where(eq(db.t.appealWords.appealId, appealId));
}

/** The words of its topic and no others. */
export async function updateAppealWords(db: Db, appealId: string, topic: string): Promise<void> {
  await deleteAppealWords(db, appealId);
  await insertAppealWords(db, [{ id: appealId, topic }]);
}

/** So many words are looked at before others that answer to the search are left out. */
const mostLookedAt = 1000;

/** Ids of the appeals within the scope each of whose words asked for is in the topic; the first leads the search. The newest first. */
export async function findAppealsByWords(
  db: Db,
  asked: readonly WordMatch[],
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const [first, ...others] = asked;
  if (!first) return [];
  const { appeals, appealWords: words } = db.t;
  const candidates = db.q
    .select({ appealId: words.appealId })
    .from(words)
    .where(and(...conditionsOf(words.word, first)))
    .orderBy(desc(words.word), desc(words.appealId))
    .limit(mostLookedAt)
    .as('candidates');
  const rows = await db.q
    .select({ appealId: candidates.appealId })
    .from(candidates)
    .crossJoin(appeals)
    .where(
      and(
        eq(appeals.id, candidates.appealId),
        ...others.map((other, index) => {
          const joined = aliasOf(words, `word_${index}`);
          const isOfSame = eq(joined.appealId, candidates.appealId);
          return hasRow(db, joined, and(isOfSame, ...conditionsOf(joined.word, other)));
        }),
        isWithinScope(db, scope, appeals.counterpartyId),
      ),
    )
    .orderBy(desc(candidates.appealId))
    .limit(limit * 3);
  return [...new Set(rows.map(({ appealId }) => appealId))].slice(0, limit);
}
