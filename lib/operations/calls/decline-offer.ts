import { listOpenCallOffers, updateOffersEnded } from '@/db/call-offers';
import { getCallForUpdate } from '@/db/calls';
import { type Decline, keptDecline } from '@/lib/domain/calls/decline-reason';
import { notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { advanceCall } from './advance-call';
import { isManagerFree } from './is-manager-free';
import { offerCall } from './offer-call';
import { offeredOf } from './offered-of';
import { tellCall, tellPeopleOfCall } from './tell-call';

/**
 * «Not me now», with the reason. The offer ends for this person and the next one's turn comes, where
 * people are rung in turn; a hand-over that everybody declined returns at once
 * (IN-10), while an inbound call waits for its next round (IN-11).
 * @throws Refusal `notPossibleNow` when the call is not offered to this person (any more).
 */
export async function declineOffer(
  context: Context,
  { callId, ...decline }: { callId: string } & Decline,
): Promise<{ callId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const call = await getCallForUpdate(tx, callId);
    if (!call) throw notFound('call');
    const end = { endedAt: context.now(), outcome: 'declined' as const, declineReason: keptDecline(decline) };
    const [declined] = await updateOffersEnded(tx, callId, end, person.id);
    if (!declined) throw new Refusal('notPossibleNow', 'the call is not offered to this person');
    await tellCall(tx, call);
    tellPeopleOfCall(tx, call);
    if ((await listOpenCallOffers(tx, callId)).length > 0) return { callId };
    const offered = offeredOf(call);
    if (offered && (await offerCall(tx, context, call, offered))) return { callId };
    const managerIsFree = await isManagerFree(tx, context, call);
    await advanceCall(tx, context, call, { type: 'offer.declined', round: declined.round, managerIsFree });
    return { callId };
  });
}
