import { and, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { endOfPrefix } from './prefix';
import type { Db } from './store';

/** One word: itself, any that begins so, or any of several. */
export type WordMatch = { is: string } | { beginsWith: string } | { isOneOf: readonly string[] };

/** The conditions under which the word in a column is the one asked for. */
export function conditionsOf(word: SQLiteColumn, match: WordMatch): SQL[] {
  if ('is' in match) return [eq(word, match.is)];
  if ('isOneOf' in match) return [inArray(word, [...match.isOneOf])];
  return [gte(word, match.beginsWith), lt(word, endOfPrefix(match.beginsWith))];
}

/** How many words of appeals' topics, or of cards' names, begin so, up to a number. */
export async function countWordsBeginning(
  db: Db,
  index: 'appealWords' | 'counterpartyWords',
  beginning: string,
  most: number,
): Promise<number> {
  const words = db.t[index];
  const rows = await db.q
    .select({ word: words.word })
    .from(words)
    .where(and(...conditionsOf(words.word, { beginsWith: beginning })))
    .limit(most);
  return rows.length;
}
