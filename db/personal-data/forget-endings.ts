import { and, asc, eq, gt, inArray, notExists, or } from 'drizzle-orm';
import type { Db } from '@/db/store';

const rowsTogether = 1000;

/** Deletes the endings of words that no card has any more, some at a time; says after which ending to go on. */
export async function forgetEndings(
  db: Db,
  after: [string, string] | null,
): Promise<{ count: number; next: [string, string] | null }> {
  const { counterpartyWordEndings: t, counterpartyWords: words } = db.t;
  const page = await db.q
    .select()
    .from(t)
    .where(after ? or(gt(t.ending, after[0]), and(eq(t.ending, after[0]), gt(t.word, after[1]))) : undefined)
    .orderBy(asc(t.ending), asc(t.word))
    .limit(rowsTogether);
  const last = page.at(-1);
  if (!last) return { count: 0, next: null };
  const asked = [...new Set(page.map(({ word }) => word))];
  const gone = await db.q
    .selectDistinct({ word: t.word })
    .from(t)
    .where(
      and(
        inArray(t.word, asked),
        inArray(
          t.ending,
          page.map(({ ending }) => ending),
        ),
        notExists(db.q.select({ word: words.word }).from(words).where(eq(words.word, t.word))),
      ),
    );
  const lost = new Set(gone.map(({ word }) => word));
  let count = 0;
  for (const { ending, word } of page) {
    if (!lost.has(word)) continue;
    await db.q.delete(t).where(and(eq(t.ending, ending), eq(t.word, word)));
    count += 1;
  }
  return { count, next: page.length < rowsTogether ? null : [last.ending, last.word] };
}
