import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { SlipKind } from '@/lib/domain/reactions/slip';
import { inTimeOrder, type PageAfter } from './in-time-order';
import type { Db } from './store';

export type SlipRow = Db['t']['slips']['$inferSelect'];

export async function insertSlip(db: Db, row: SlipRow): Promise<void> {
  await db.q.insert(db.t.slips).values(row);
}

/** Every time somebody was told of these next reactions, also what is settled; the latest last. */
export async function listSlipsOf(db: Db, nextReactionIds: readonly string[]): Promise<SlipRow[]> {
  if (nextReactionIds.length === 0) return [];
  const slips = db.t.slips;
  return db.q
    .select()
    .from(slips)
    .where(inArray(slips.nextReactionId, [...nextReactionIds]))
    .orderBy(slips.at, slips.id);
}

export async function updateSlipSettled(db: Db, id: string, settledAt: number | null): Promise<void> {
  await db.q.update(db.t.slips).set({ settledAt }).where(eq(db.t.slips.id, id));
}

/** Settles what is open of a next reaction, of one kind or of both. */
export async function updateSlipsSettled(
  db: Db,
  nextReactionId: string,
  settledAt: number,
  kind?: SlipKind,
): Promise<void> {
  const slips = db.t.slips;
  await db.q
    .update(slips)
    .set({ settledAt })
    .where(
      and(eq(slips.nextReactionId, nextReactionId), kind && eq(slips.kind, kind), isNull(slips.settledAt)),
    );
}

/** Of these people, or of a department as a whole; open, newest first. */
export async function listOpenSlips(
  db: Db,
  query: { kind: SlipKind } & PageAfter & ({ employeeId: string } | { departmentId: string }),
): Promise<SlipRow[]> {
  const slips = db.t.slips;
  const { after } = query;
  const order = inTimeOrder(slips.at, slips.id, 'newest', after);
  return db.q
    .select()
    .from(slips)
    .where(
      and(
        isNull(slips.settledAt),
        'employeeId' in query
          ? eq(slips.employeeId, query.employeeId)
          : and(eq(slips.departmentId, query.departmentId), isNull(slips.employeeId)),
        eq(slips.kind, query.kind),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(query.limit);
}
