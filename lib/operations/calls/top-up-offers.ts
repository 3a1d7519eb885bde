import { type CallRow, getCallForUpdate } from '@/db/calls';
import { getDepartment } from '@/db/departments';
import { listCallsToOffer, listOfferedPlaces, type OfferedPlace } from '@/db/waiting-calls';
import type { Context } from '@/lib/operations/context';
import { listAvailable, offerCall, turnsOf } from './offer-call';
import { offeredOf } from './offered-of';
import { tellCall, tellPeopleOfCall } from './tell-call';

/** A crowd of callers reaches whoever sits down in parts, the longest waiting first, so that new callers are answered between. */
const mostOffered = 50;

/**
 * IN-11: people who become available while a call rings get it at once, or in their turn, for the rest of the round. Who is
 * available is asked once for each place; calls that ring at all of them already are passed over by the database.
 */
export async function topUpOffers(context: Context): Promise<void> {
  for (const place of await listOfferedPlaces(context.read)) await topUpPlace(context, place);
}

async function topUpPlace(context: Context, place: OfferedPlace): Promise<void> {
  const { departmentId, offeredEmployeeId } = place;
  const people = await listAvailable(
    context.read,
    context,
    offeredEmployeeId ? { employeeId: offeredEmployeeId } : { departmentId },
    // Whether one person's state matters is known to the call.
    { mayTurnPhoneOn: offeredEmployeeId !== null, wasOnLine: offeredEmployeeId !== null },
  );
  if (people.length === 0) return;
  const turns = offeredEmployeeId ? null : turnsOf(await getDepartment(context.read, departmentId));
  const unrung = {
    employeeIds: people.map(({ employeeId }) => employeeId),
    unrungSince: turns && context.now() - turns.turnMs,
  };
  let offered = 0;
  let after: Pick<CallRow, 'id' | 'arrivedAt'> | null = null;
  while (offered < mostOffered) {
    const limit = mostOffered - offered;
    const calls = await listCallsToOffer(context.read, place, unrung, { after, limit });
    for (const { id } of calls) if (await offerAgain(context, id)) offered += 1;
    if (calls.length < limit) return;
    after = calls.at(-1)!;
  }
}

/** Rings whoever is next in the call's round; false when that is nobody. */
async function offerAgain(context: Context, callId: string): Promise<boolean> {
  return context.tx(async (tx) => {
    const call = await getCallForUpdate(tx, callId);
    const offered = call && offeredOf(call);
    if (!offered || !(await offerCall(tx, context, call, offered))) return false;
    await tellCall(tx, call);
    tellPeopleOfCall(tx, call);
    return true;
  });
}
