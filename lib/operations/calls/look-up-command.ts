import { getCallClaim } from '@/db/call-claims';
import { getCall } from '@/db/calls';
import type { PhoneCommandRow } from '@/db/phone-commands';
import { callerLabel } from '@/lib/domain/calls/leg';
import {
  isOfRecording,
  isRepeatable,
  type PhoneAnswer,
  type PhoneCommand,
  type Telephony,
} from '@/lib/domain/telephony';
import type { Context } from '@/lib/operations/context';
import { isDialWanted, isSupervisorAwaited } from './follow-up-command';

/**
 * Whether a command whose outcome nobody knows was carried out. Only what could ring a phone twice or repeat words is
 * looked up; the rest may simply be sent again.
 */
export async function lookUpCommand(
  context: Context,
  telephony: Telephony,
  { callId, command, startedAt, createdAt }: PhoneCommandRow,
): Promise<PhoneAnswer | { result: 'again'; problem: string }> {
  const problem = 'it is not known whether the provider got this command';
  if (isRepeatable(command)) return { result: 'again', problem };
  if (isOfRecording(command.type)) return lookUpRecording(telephony, command as OfRecording);
  const call = await getCall(context.read, callId);
  const room = await telephony.legsOf(callId).catch((error: unknown) => ({ failed: String(error) }));
  if (room && 'failed' in room) return { result: 'unknown', problem: room.failed };
  if (!('label' in command)) {
    const isWaiting = room?.legs.some(({ label }) => label === callerLabel);
    return isWaiting ? { result: 'again', problem } : { result: 'done' };
  }
  const leg = room?.legs.find(({ label }) => label === command.label);
  if (leg) return { result: 'done', legCallSid: leg.callSid };
  if (command.type === 'dial') {
    if (!room || !call || !isDialWanted(call, command)) return { result: 'gone', problem };
    return lookUpRinging(telephony, command, startedAt ?? createdAt);
  }
  if (command.type === 'joinSupervisor') {
    const isAwaited = call && isSupervisorAwaited(call, command);
    return room && isAwaited ? { result: 'again', problem } : { result: 'gone', problem };
  }
  if (command.type !== 'join') return { result: 'again', problem };
  const claim = await getCallClaim(context.read, callId, command.generation);
  if (claim?.joinedAt) return { result: 'done' };
  const isWanted = call?.endedAt === null && claim?.releasedAt === null;
  if (!room || !isWanted) return { result: 'gone', problem };
  return lookUpRinging(telephony, command, startedAt ?? createdAt);
}

/** A telephone that is not in the room may have been rung for it all the same: busy, or nobody took it. It is not rung again. */
async function lookUpRinging(
  telephony: Telephony,
  { to, from }: PhoneCommand & { type: 'join' | 'dial' },
  since: number,
): Promise<PhoneAnswer | { result: 'again'; problem: string }> {
  const hasRung = await telephony.hasRung({ to, from, since }).catch((error: unknown) => String(error));
  if (typeof hasRung === 'string') return { result: 'unknown', problem: hasRung };
  return hasRung
    ? { result: 'gone', problem: 'the telephone was rung and is not on the line' }
    : { result: 'again', problem: 'it is not known whether the provider got this command' };
}

type OfRecording = PhoneCommand & { type: 'startRecording' | 'pauseRecording' | 'resumeRecording' };

/** What an order to a recording leaves behind when it was carried out. */
const statusesAfter: Record<OfRecording['type'], readonly string[]> = {
  startRecording: ['in-progress', 'paused'],
  pauseRecording: ['paused'],
  resumeRecording: ['in-progress'],
};

async function lookUpRecording(
  telephony: Telephony,
  { type, callSid }: OfRecording,
): Promise<PhoneAnswer | { result: 'again'; problem: string }> {
  const problem = 'it is not known whether the provider got this command';
  const recordings = await telephony.recordingsOf(callSid).catch((error: unknown) => String(error));
  if (typeof recordings === 'string') return { result: 'unknown', problem: recordings };
  const found = recordings.find(({ status }) => statusesAfter[type].includes(status));
  return found ? { result: 'done', recordingSid: found.recordingSid } : { result: 'again', problem };
}
