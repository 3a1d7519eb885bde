import { type RoundRow, updateRound } from '@/db/rounds';
import { Refusal } from '@/lib/domain/errors';
import { isOpenRound, type RoundState } from '@/lib/domain/rounds/round';
import { type Context, type Tx, tell } from '@/lib/operations/context';

/** Ends a round as it came out, and tells of it. */
export async function endRound(
  tx: Tx,
  context: Context,
  round: RoundRow,
  end: { state: RoundState; employeeId: string | null } & Partial<
    Pick<RoundRow, 'answers' | 'callId' | 'refusal' | 'complaintId' | 'letterState' | 'letterAskedAt'>
  >,
): Promise<void> {
  const { employeeId, ...change } = end;
  await updateRound(tx, round.id, {
    ...change,
    endedAt: context.now(),
    endedBy: employeeId,
    version: round.version + 1,
  });
  tellRound(tx, round);
}

export function tellRound(tx: Tx, round: Pick<RoundRow, 'id' | 'counterpartyId'>): void {
  tell(tx, { noun: 'round', nounId: round.id }, { noun: 'counterparty', nounId: round.counterpartyId });
}

/** @throws Refusal `notPossibleNow` when it came out already */
export function refuseEndedRound(round: RoundRow): void {
  if (isOpenRound(round.state)) return;
  throw new Refusal('notPossibleNow', 'this round has ended', {}, { reason: 'alreadyDone' });
}

/** SA-3: nothing but its complaint ends it. @throws Refusal `notPossibleNow` while a complaint is owed */
export function refuseOwedRound(round: RoundRow): void {
  if (round.state !== 'complaintOwed') return;
  throw new Refusal('notPossibleNow', 'a complaint is owed', {}, { reason: 'complaintOwed' });
}
