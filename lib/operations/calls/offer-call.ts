import { type Candidate, insertCallOffers, listCallOffersOfRound, listCandidates } from '@/db/call-offers';
import type { CallRow } from '@/db/calls';
import type { Db } from '@/db/store';
import type { Offered } from '@/lib/domain/calls/call-context';
import { isAvailable } from '@/lib/domain/employees/presence';
import { hasPhone } from '@/lib/domain/employees/work-phone';
import type { Context, Tx } from '@/lib/operations/context';
import { findReceiver } from '@/lib/operations/employees/find-receiver';

/**
 * IN-11: one round of ringing, at every available person of the department at once or at one person. A round in which
 * nobody is available still lasts its time, and whoever becomes available meanwhile gets the call.
 */
export async function offerCall(tx: Tx, context: Context, call: CallRow, offer: Offered): Promise<void> {
  const { round, purpose, departmentId, endsAt } = offer;
  const people = await listAvailable(tx, context, placeOf(offer));
  const offeredAt = context.now();
  await insertCallOffers(
    tx,
    people.map((person) => ({
      id: context.newId(),
      callId: call.id,
      round,
      purpose,
      departmentId,
      employeeId: person.employeeId,
      offeredAt,
      endsAt,
    })),
  );
}

/** People who can be rung now and were not offered this round yet. */
export async function listNotYetOffered(
  db: Db,
  context: Context,
  callId: string,
  offer: Offered,
): Promise<Candidate[]> {
  const people = await listAvailable(db, context, placeOf(offer));
  if (people.length === 0) return [];
  const earlier = await listCallOffersOfRound(db, callId, offer.round);
  return people.filter((person) => !earlier.some((offer) => offer.employeeId === person.employeeId));
}

const placeOf = ({ departmentId, employeeId }: Offered) => (employeeId ? { employeeId } : { departmentId });

/**
 * Who can be rung now: chose to be available, console open and alive, no call of their own, a phone to be joined on. For
 * an absent person their substitute is (CS-9).
 */
export async function listAvailable(
  db: Db,
  context: Context,
  of: { departmentId: string } | { employeeId: string },
): Promise<Candidate[]> {
  const now = context.now();
  const whom = 'employeeId' in of ? { employeeId: await findReceiver(db, of.employeeId, now) } : of;
  return (await listCandidates(db, whom)).filter(
    (person) =>
      hasPhone(person) &&
      (person.afterCallUntil ?? 0) <= now &&
      isAvailable({ ...person, chosen: person.chosen ?? 'offline', now }),
  );
}
