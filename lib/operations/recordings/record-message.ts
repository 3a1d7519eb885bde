import { insertCallFact } from '@/db/call-facts';
import { type CallRow, getCallBySidForUpdate, getCallForUpdate, updateCall } from '@/db/calls';
import { findMissedCall } from '@/db/next-reactions';
import { insertRecording } from '@/db/recordings';
import { type RecordingFact, shortestMessageSeconds } from '@/lib/domain/recordings/recording';
import { tellCall } from '@/lib/operations/calls/advance-call';
import type { Context, Tx } from '@/lib/operations/context';
import { tellNextReaction } from '@/lib/operations/reactions/write-next-reactions';

/**
 * The provider told of a caller's message (S6), once or several times. A completed one of some length is fetched from
 * there afterwards; one too short or absent leaves the missed call alone. Returns whether there is a message to fetch.
 */
export async function recordMessage(context: Context, fact: RecordingFact): Promise<boolean> {
  return context.tx(async (tx) => {
    const now = context.now();
    const call = await callOf(tx, fact);
    const isMessage = fact.status === 'completed' && fact.durationSeconds >= shortestMessageSeconds;
    const isNew = await insertCallFact(tx, {
      dedupeKey: fact.dedupeKey,
      callId: call?.id ?? null,
      callSid: fact.callSid,
      kind: 'caller.leftMessage',
      event: {
        type: 'caller.leftMessage',
        recordingSid: fact.recordingSid,
        status: fact.status,
        durationSeconds: fact.durationSeconds,
      },
      sequenceNumber: null,
      occurredAt: fact.occurredAt,
      receivedAt: now,
      effect: call ? 'ignored' : 'unknownCall',
    });
    if (!isNew || !call) return false;
    await updateCall(tx, call.id, { lastEventAt: now });
    if (!isMessage) return false;
    const isFirst = await insertRecording(tx, {
      id: context.newId(),
      kind: 'message',
      callId: call.id,
      recordingSid: fact.recordingSid,
      durationSeconds: fact.durationSeconds,
      recordedAt: fact.occurredAt,
      state: 'awaited',
      attempts: 0,
      nextAttemptAt: now,
    });
    if (isFirst) await tellMessage(tx, call);
    return isFirst;
  });
}

/** Whoever shows the missed call shows its message. */
export async function tellMessage(tx: Tx, call: CallRow): Promise<void> {
  tellCall(tx, call);
  const missed = await findMissedCall(tx, call.id);
  if (missed) tellNextReaction(tx, missed);
}

async function callOf(tx: Tx, { callId, callSid }: RecordingFact): Promise<CallRow | null> {
  const call = callId ? await getCallForUpdate(tx, callId) : null;
  return call?.callSid === callSid ? call : getCallBySidForUpdate(tx, callSid);
}
