import {
  type Candidate,
  countCallOffers,
  insertCallOffers,
  listCallOffersOfRound,
  listCandidates,
  listOpenCallOffers,
  listTurns,
  updateOffersEnded,
  updateOffersEndsAt,
} from '@/db/call-offers';
import type { CallRow } from '@/db/calls';
import { insertDeadline, withdrawDeadlinesOfKinds } from '@/db/deadlines';
import { type DepartmentRow, getDepartment } from '@/db/departments';
import type { Db } from '@/db/store';
import type { Offered } from '@/lib/domain/calls/call-context';
import type { OfferPurpose } from '@/lib/domain/calls/call-effect';
import { isOfferedBack } from '@/lib/domain/calls/offered-back';
import { nextInTurn } from '@/lib/domain/calls/ring-order';
import { hasPhone } from '@/lib/domain/employees/phone-kind';
import { isReachable, mayBeRung } from '@/lib/domain/employees/presence';
import type { Context, Tx } from '@/lib/operations/context';
import { findReceiver } from '@/lib/operations/employees/find-receiver';
import { keptContextOf } from './kept-context';

type Round = Omit<Offered, 'purpose'> & { purpose: OfferPurpose };
/** Whom a round of ringing rings at next, and until when. `handedOnBy`: who is being rung until now. */
type Next = { employeeIds: string[]; endsAt: number; isTurn: boolean; handedOnBy: string[] };

/**
 * IN-11: one round of ringing, in the department's order: at every available person at once, or at one after another; or
 * at one person alone. A round in which nobody is available still lasts its time, and whoever becomes available meanwhile
 * gets the call. Advice is asked of everybody at once. Called again in the same round it rings whoever is next now. Returns whether anybody new rings.
 */
export async function offerCall(tx: Tx, context: Context, call: CallRow, offer: Round): Promise<boolean> {
  let ringsAnew = false;
  for (const departmentId of departmentsOf(call, offer)) {
    ringsAnew = (await offerPlace(tx, context, call, { ...offer, departmentId })) || ringsAnew;
  }
  return ringsAnew;
}

/** A caller who has waited for too long is offered to another department besides, each in its own order. */
function departmentsOf({ overflowDepartmentId }: CallRow, { purpose, departmentId }: Round): string[] {
  const isShared = purpose === 'inbound' && overflowDepartmentId !== null;
  return isShared ? [departmentId, overflowDepartmentId] : [departmentId];
}

async function offerPlace(tx: Tx, context: Context, call: CallRow, offer: Round): Promise<boolean> {
  const next = await findNext(tx, context, call, offer);
  if (!next) return false;
  const offeredAt = context.now();
  for (const employeeId of next.handedOnBy) {
    await updateOffersEnded(tx, call.id, { endedAt: offeredAt, outcome: 'lapsed' }, employeeId);
  }
  await insertCallOffers(
    tx,
    next.employeeIds.map((employeeId) => ({
      id: context.newId(),
      callId: call.id,
      round: offer.round,
      purpose: offer.purpose,
      departmentId: offer.departmentId,
      employeeId,
      offeredAt,
      endsAt: next.endsAt,
    })),
  );
  if (next.isTurn && next.endsAt < offer.endsAt) await endTurnAt(tx, context, call, next.endsAt);
  return true;
}

/** A person was rung long enough: the next one's turn; with nobody next the same phone goes on ringing for the round. */
export async function endTurn(tx: Tx, context: Context, call: CallRow, offer: Offered): Promise<void> {
  await offerCall(tx, context, call, offer);
  const ringing = await listOpenCallOffers(tx, call.id);
  if (ringing.some(({ endsAt }) => endsAt <= context.now()))
    await updateOffersEndsAt(tx, call.id, offer.endsAt);
}

async function endTurnAt(tx: Tx, context: Context, call: CallRow, dueAt: number): Promise<void> {
  // Two departments have a turn each: the one's does not end with the other's.
  if (call.overflowDepartmentId === null)
    await withdrawDeadlinesOfKinds(tx, ['ring'], call.id, context.now());
  const generation = await countCallOffers(tx, call.id);
  await insertDeadline(tx, { id: context.newId(), kind: 'ring', subjectId: call.id, generation, dueAt });
}

/** How the people of a department are rung one after another, and how long each; null where all are rung at once. */
export function turnsOf(department: DepartmentRow | null) {
  if (!department || department.ringOrder === 'allAtOnce') return null;
  return { order: department.ringOrder, turnMs: department.ringSeconds * 1000 };
}

/** Who can be rung now, was not offered this round yet and whose turn it is; null when that is nobody. */
async function findNext(db: Db, context: Context, call: CallRow, offer: Round): Promise<Next | null> {
  const callId = call.id;
  const people = await listNotYetOffered(db, context, call, offer);
  if (people.length === 0) return null;
  const isInTurn = offer.employeeId === null && offer.purpose !== 'consult';
  const employeeIds = people.map(({ employeeId }) => employeeId);
  const turns = isInTurn ? turnsOf(await getDepartment(db, offer.departmentId)) : null;
  if (!turns) return { employeeIds, endsAt: offer.endsAt, isTurn: false, handedOnBy: [] };
  const { order, turnMs } = turns;
  const now = context.now();
  const ringing = (await listOpenCallOffers(db, callId)).filter(
    ({ departmentId }) => departmentId === offer.departmentId,
  );
  if (ringing.some(({ offeredAt }) => offeredAt + turnMs > now)) return null;
  const employeeId = nextInTurn(order, await listTurns(db, callId, employeeIds));
  if (employeeId === null) return null;
  const endsAt = Math.min(offer.endsAt, now + turnMs);
  const handedOnBy = ringing.map((one) => one.employeeId);
  return { employeeIds: [employeeId], endsAt, isTurn: true, handedOnBy };
}

async function listNotYetOffered(
  db: Db,
  context: Context,
  call: CallRow,
  offer: Round,
): Promise<Candidate[]> {
  const { departmentId, employeeId } = offer;
  const whom = employeeId ? { employeeId } : { departmentId };
  const people = await listAvailable(db, context, whom, {
    mayTurnPhoneOn: offer.purpose === 'resume',
    wasOnLine: isOfferedBack(offer, keptContextOf(call)),
  });
  if (people.length === 0) return [];
  const earlier = await listCallOffersOfRound(db, call.id, offer.round);
  return people.filter((person) => !earlier.some((offer) => offer.employeeId === person.employeeId));
}

type Whom = { departmentId: string } | { employeeId: string };

/**
 * Who can be rung now, by `mayBeRung`. For an absent person their substitute is (CS-9). `mayTurnPhoneOn`: also whose
 * browser's phone is off, as after a browser that died; taking the call turns it on. `wasOnLine`: first the very person,
 * whatever they chose.
 */
export async function listAvailable(
  db: Db,
  context: Context,
  of: Whom,
  { mayTurnPhoneOn = false, wasOnLine = false } = {},
): Promise<Candidate[]> {
  const now = context.now();
  const list = async (whom: Whom, options: { wasOnLine?: boolean } = {}) =>
    (await listCandidates(db, whom)).filter((person) => {
      const { phoneKind, lastSeenAt, browserPhoneSeenAt, isBusy: isOnCall } = person;
      const seenAt = phoneKind === 'browser' && !mayTurnPhoneOn ? browserPhoneSeenAt : lastSeenAt;
      const rung = { ...person, hasPhone: hasPhone(person), isReachable: isReachable(seenAt, now), isOnCall };
      return mayBeRung(rung, now, options);
    });
  if ('departmentId' in of) return list(of);
  const own = wasOnLine ? await list(of, { wasOnLine }) : [];
  return own.length > 0 ? own : list({ employeeId: await findReceiver(db, of.employeeId, now) });
}
