import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { inTimeOrder } from './in-time-order';
import { isAmong } from './is-among';
import type { RoundKey } from './round-plans';
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

/** The rounds of a client whose letter is waited for or has come, the longest asked for first. */
export async function listLettersOf(db: Db, counterpartyId: string): Promise<RoundRow[]> {
  const { rounds } = db.t;
  return db.q
    .select()
    .from(rounds)
    .where(and(eq(rounds.counterpartyId, counterpartyId), isNotNull(rounds.letterState)))
    .orderBy(asc(rounds.letterAskedAt), asc(rounds.id));
}

/** Whether a file of a card is the letter of recommendation that has come. */
export async function isLetterOfRound(
  db: Db,
  { id, counterpartyId }: { id: string; counterpartyId: string },
): Promise<boolean> {
  const { rounds } = db.t;
  const rows = await db.q
    .select({ id: rounds.id })
    .from(rounds)
    .where(
      and(
        eq(rounds.counterpartyId, counterpartyId),
        sql`${rounds.letterState} = 'received'`,
        eq(rounds.letterAttachmentId, id),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/**
 * A part of the rounds that wait for a letter, the longest asked for first, and the key the next part follows; null
 * after the last one.
 */
export async function listAwaitedLetterIds(
  db: Db,
  after: RoundKey | undefined,
  limit: number,
): Promise<{ ids: string[]; next: RoundKey | null }> {
  const { rounds } = db.t;
  const order = inTimeOrder(rounds.letterAskedAt, rounds.id, 'oldest', after);
  const part = await db.q
    .select({ at: rounds.letterAskedAt, id: rounds.id })
    .from(rounds)
    .where(and(sql`${rounds.letterState} = 'asked'`, order.after))
    .orderBy(...order.by)
    .limit(limit);
  const last = part.at(-1);
  return {
    ids: part.map(({ id }) => id),
    next: last && part.length === limit ? { at: last.at!, id: last.id } : null,
  };
}

/**
 * Of these rounds those that wait for a letter of who is somebody else's client now, or has written one, or is waited
 * for by an older round (`isWaitedFor` false).
 */
export async function listStrayLetters(
  db: Db,
  ids: readonly string[],
  limit: number,
): Promise<{ round: RoundRow; managerId: string; isWaitedFor: boolean }[]> {
  const { counterparties, rounds } = db.t;
  const isOlder = sql`(other.letter_asked_at < ${rounds.letterAskedAt} or (other.letter_asked_at = ${rounds.letterAskedAt} and other.id < ${rounds.id}))`;
  const isDone = sql<boolean>`exists (select 1 from ${rounds} as other where other.counterparty_id = ${rounds.counterpartyId} and (other.letter_state = 'received' or (other.letter_state = 'asked' and ${isOlder})))`;
  const isSomebodyElses = and(
    isNull(counterparties.mergedInto),
    sql`${counterparties.assignedTo} <> ${rounds.managerId}`,
  );
  const rows = await db.q
    .select({ round: rounds, assignedTo: counterparties.assignedTo, isDone })
    .from(rounds)
    .innerJoin(counterparties, eq(counterparties.id, rounds.counterpartyId))
    .where(
      and(isAmong(db, rounds.id, ids), sql`${rounds.letterState} = 'asked'`, or(isSomebodyElses, isDone)),
    )
    .orderBy(asc(rounds.id))
    .limit(limit);
  return rows.map(({ round, assignedTo, isDone }) => ({
    round,
    managerId: assignedTo ?? round.managerId,
    isWaitedFor: !isDone,
  }));
}
