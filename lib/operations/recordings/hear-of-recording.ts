import { insertCallFact } from '@/db/call-facts';
import { type CallRow, getCallBySidForUpdate, getCallForUpdate, updateCall } from '@/db/calls';
import { findMissedCall } from '@/db/next-reactions';
import { findRecordingBySid, insertRecording, updateRecording } from '@/db/recordings';
import { type RecordingFact, shortestMessageSeconds } from '@/lib/domain/recordings/recording';
import { tellCall } from '@/lib/operations/calls/tell-call';
import type { Context, Tx } from '@/lib/operations/context';
import { tellNextReaction } from '@/lib/operations/reactions/write-next-reactions';
import { noteRecordingStarted } from './note-recording-started';

/**
 * The provider told of a caller's message (S6) or of a recorded conversation, once or several times. What has sound is
 * fetched from there afterwards. A message too short or absent leaves the missed call alone; a conversation without sound
 * says so. Returns whether there is something new to fetch.
 */
export async function hearOfRecording(context: Context, fact: RecordingFact): Promise<boolean> {
  return context.tx(async (tx) => {
    const now = context.now();
    const call = await callOf(tx, fact);
    const kind = fact.kind === 'message' ? 'caller.leftMessage' : 'conversation.recorded';
    const { recordingSid, status, durationSeconds } = fact;
    const isNew = await insertCallFact(tx, {
      dedupeKey: fact.dedupeKey,
      callId: call?.id ?? null,
      callSid: fact.callSid,
      kind,
      event: { type: kind, recordingSid, status, durationSeconds },
      sequenceNumber: null,
      occurredAt: fact.kind === 'message' ? (fact.startedAt ?? now) : now,
      receivedAt: now,
      effect: call ? 'ignored' : 'unknownCall',
    });
    if (!isNew || !call) return false;
    await updateCall(tx, call.id, { lastEventAt: now });
    return fact.kind === 'message'
      ? awaitMessage(tx, context, call, fact)
      : awaitConversation(tx, context, { ...call, lastEventAt: now }, fact);
  });
}

async function awaitMessage(tx: Tx, context: Context, call: CallRow, fact: RecordingFact): Promise<boolean> {
  if (fact.status !== 'completed' || fact.durationSeconds < shortestMessageSeconds) return false;
  const isFirst = await insertAwaited(tx, context, call, fact);
  if (isFirst) await tellRecording(tx, call);
  return isFirst;
}

async function awaitConversation(
  tx: Tx,
  context: Context,
  call: CallRow,
  fact: RecordingFact,
): Promise<boolean> {
  const { recordingSid, status, durationSeconds, startedAt } = fact;
  if (status === 'in-progress') {
    await noteRecordingStarted(tx, context, call, { recordingSid, startedAt });
    return false;
  }
  const known = await findRecordingBySid(tx, recordingSid);
  const isHere = status === 'completed';
  const isChanged = !known
    ? isHere && (await insertAwaited(tx, context, call, fact))
    : await updateRecording(
        tx,
        known.id,
        ['running', 'awaited'],
        isHere
          ? {
              state: 'awaited',
              durationSeconds,
              recordedAt: startedAt ?? known.recordedAt,
              nextAttemptAt: context.now(),
            }
          : { state: 'gone', problem: status },
      );
  if (isChanged) await tellRecording(tx, call);
  return isChanged && isHere;
}

function insertAwaited(tx: Tx, context: Context, call: CallRow, fact: RecordingFact): Promise<boolean> {
  const { kind, recordingSid, durationSeconds, startedAt } = fact;
  const now = context.now();
  return insertRecording(tx, {
    id: context.newId(),
    kind,
    callId: call.id,
    recordingSid,
    durationSeconds,
    recordedAt: startedAt ?? now - durationSeconds * 1000,
    state: 'awaited',
    attempts: 0,
    nextAttemptAt: now,
  });
}

/** Whoever shows the call shows its recordings; a message hangs on the missed call too. */
export async function tellRecording(tx: Tx, call: CallRow): Promise<void> {
  await tellCall(tx, call);
  const missed = await findMissedCall(tx, call.id);
  if (missed) tellNextReaction(tx, missed);
}

async function callOf(tx: Tx, { callId, callSid }: RecordingFact): Promise<CallRow | null> {
  const call = callId ? await getCallForUpdate(tx, callId) : null;
  return call?.callSid === callSid ? call : getCallBySidForUpdate(tx, callSid);
}
