import type { Call } from '../line/call.ts';
import { connectedParticipants } from '../line/conference.ts';

/** Whose voices the person at this end hears; what else there is to hear (music, words) is not their concern. */
export function audibleTo(call: Call): Call[] {
  const { participant } = call;
  if (!participant) return call.bridgedTo ? [call.bridgedTo] : [];
  if (participant.hearing?.what !== 'talk') return [];
  return connectedParticipants(participant.conference)
    .filter(
      (other) =>
        other !== participant &&
        !other.hold &&
        !other.muted &&
        (!other.coaching || other.callSidToCoach === call.sid),
    )
    .map((other) => other.call);
}
