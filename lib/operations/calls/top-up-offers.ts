import { getCallForUpdate, listOfferedCalls, listOfferedPlaces } from '@/db/calls';
import type { Context } from '@/lib/operations/context';
import { tellCall, tellPeopleOfCall } from './advance-call';
import { findNext, listAvailable, offerCall } from './offer-call';
import { offeredOf } from './offered-of';

/** IN-11: people who become available while a call rings get it at once, or in their turn, for the rest of the round. */
export async function topUpOffers(context: Context): Promise<void> {
  if (!(await isAnybodyAvailable(context))) return;
  for (const call of await listOfferedCalls(context.read)) {
    const offered = offeredOf(call);
    if (!offered || !(await findNext(context.read, context, call.id, offered))) continue;
    await context.tx(async (tx) => {
      const current = await getCallForUpdate(tx, call.id);
      const still = current && offeredOf(current);
      if (still?.round !== offered.round) return;
      if (!(await offerCall(tx, context, current!, still))) return;
      tellCall(tx, current!);
      tellPeopleOfCall(tx, current!);
    });
  }
}

/** Asked once per department and person, so that a crowd of waiting callers costs little while nobody can answer. */
async function isAnybodyAvailable(context: Context): Promise<boolean> {
  const places = await listOfferedPlaces(context.read);
  const departmentIds = new Set(places.map(({ departmentId }) => departmentId));
  const employeeIds = new Set(
    places.flatMap((place) => [place.handOverEmployeeId, place.ownerId]).filter((id) => id !== null),
  );
  const asked = [
    ...[...departmentIds].map((departmentId) => ({ departmentId })),
    ...[...employeeIds].map((employeeId) => ({ employeeId })),
  ];
  for (const whom of asked) {
    const mayTurnPhoneOn = 'employeeId' in whom;
    if ((await listAvailable(context.read, context, whom, { mayTurnPhoneOn })).length > 0) return true;
  }
  return false;
}
