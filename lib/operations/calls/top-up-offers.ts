import { type CallRow, getCallForUpdate, isOffered, listOfferedCalls, listOfferedPlaces } from '@/db/calls';
import type { Offered } from '@/lib/domain/calls/call-context';
import { restoreCall } from '@/lib/domain/calls/fold-call';
import type { Context } from '@/lib/operations/context';
import { tellCall, tellPeopleOfCall } from './advance-call';
import { listAvailable, listNotYetOffered, offerCall } from './offer-call';

/** IN-11: people who become available while a call rings get it at once, for the rest of the round. */
export async function topUpOffers(context: Context): Promise<void> {
  if (!(await isAnybodyAvailable(context))) return;
  for (const call of await listOfferedCalls(context.read)) {
    const offered = offerOf(call);
    if (!offered || (await listNotYetOffered(context.read, context, call.id, offered)).length === 0) continue;
    await context.tx(async (tx) => {
      const current = await getCallForUpdate(tx, call.id);
      const still = current && offerOf(current);
      if (still?.round !== offered.round) return;
      await offerCall(tx, context, current!, still);
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
    if ((await listAvailable(context.read, context, whom)).length > 0) return true;
  }
  return false;
}

function offerOf(call: CallRow): Offered | null {
  if (!isOffered(call)) return null;
  const restored = call.quarantinedAt === null ? restoreCall(call) : null;
  return !restored || 'reason' in restored || restored.status !== 'active' ? null : restored.context.offered;
}
