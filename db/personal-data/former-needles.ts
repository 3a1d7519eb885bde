import { and, eq } from 'drizzle-orm';
import { isAmong } from '@/db/is-among';
import type { Db } from '@/db/store';
import type { Needles } from '@/lib/domain/personal-data/needles';

const emailPattern = /[^\s"<>,;:()]+@[^\s"<>,;:()]+\.[^\s"<>,;:()]+/gu;
const phonePattern = /\+\d{10,15}/g;

/** What the cards were known by before, as far as their history and undone merges still tell. */
export async function listFormerNeedles(
  db: Db,
  cardIds: readonly string[],
): Promise<Omit<Needles, 'numbers'>> {
  const { changes, counterpartyMerges: merges } = db.t;
  const history = await db.q
    .select({ fields: changes.fields })
    .from(changes)
    .where(and(eq(changes.noun, 'counterparty'), isAmong(db, changes.nounId, cardIds)));
  const merged = await db.q
    .select({ before: merges.before })
    .from(merges)
    .where(isAmong(db, merges.survivorId, cardIds));
  const names = [
    ...history.flatMap(({ fields }) =>
      [fields.name, fields.contactPerson].flatMap((change) => [change?.from, change?.to]),
    ),
    ...merged
      .flatMap(({ before }) =>
        ['survivor', 'merged'].flatMap((side) => before[side as 'merged'].counterparties ?? []),
      )
      .flatMap((row) => [row.name, row.contactPerson]),
  ];
  const told = JSON.stringify([history, merged]);
  return {
    names: names.filter((name) => typeof name === 'string'),
    phones: told.match(phonePattern) ?? [],
    emails: told.match(emailPattern) ?? [],
  };
}
