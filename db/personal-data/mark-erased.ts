import { and, isNull } from 'drizzle-orm';
import { isAmong } from '@/db/is-among';
import type { Db } from '@/db/store';

/** Marks cards as being erased from now on (epoch ms), so that nothing is written to them. */
export async function markErased(db: Db, cardIds: readonly string[], now: number): Promise<void> {
  const { counterparties: t } = db.t;
  await db.q
    .update(t)
    .set({ erasedAt: now })
    .where(and(isAmong(db, t.id, cardIds), isNull(t.erasedAt)));
}
