import { eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { endOfPrefix } from './prefix';

/** One word: itself, any that begins so, or any of several. */
export type WordMatch = { is: string } | { beginsWith: string } | { isOneOf: readonly string[] };

/** The conditions under which the word in a column is the one asked for. */
export function conditionsOf(word: SQLiteColumn, match: WordMatch): SQL[] {
  if ('is' in match) return [eq(word, match.is)];
  if ('isOneOf' in match) return [inArray(word, [...match.isOneOf])];
  return [gte(word, match.beginsWith), lt(word, endOfPrefix(match.beginsWith))];
}
