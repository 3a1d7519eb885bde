import { type CallRow, getCall } from '@/db/calls';
import { findMissedCall } from '@/db/next-reactions';
import { getRecording, hasListenedSince, insertRecordingListen, type RecordingRow } from '@/db/recordings';
import type { SeenKind } from '@/lib/domain/access-log/seen';
import { notFound, Refusal } from '@/lib/domain/errors';
import { maySeeNextReaction } from '@/lib/domain/reactions/next-reaction-rights';
import type { KeptFile, RecordingKind } from '@/lib/domain/recordings/recording';
import { reviewableCalls } from '@/lib/operations/calls/reviewable-calls';
import { type Context, signedIn } from '@/lib/operations/context';

/** A player asks for the parts of a file one by one: within this time they are one listening. */
const oneListeningMs = 60_000;

/** Which file to open. */
export type Sound = KeptFile & { id: string };

/**
 * The recording's file, for whoever may review its call, and a message also for whoever sees the next reaction it left.
 * Anybody else is told it is not there.
 * @throws Refusal `notFound`; `notPossibleNow` with the reason `notReady`, `gone` or `deleted`
 */
export async function soundOfRecording(
  context: Context,
  recordingId: string,
): Promise<{ call: CallRow; kind: RecordingKind; sound: Sound }> {
  const recording = await getRecording(context.read, recordingId);
  const call = recording && (await getCall(context.read, recording.callId));
  if (!call || !(await mayListen(context, call, recording))) throw notFound('recording');
  const { kind, state, byteLength, sha256 } = recording;
  if (state !== 'kept' || byteLength === null) {
    const reason = state === 'gone' || state === 'deleted' ? state : 'notReady';
    throw new Refusal('notPossibleNow', 'the recording has no sound here', {}, { reason });
  }
  return { call, kind, sound: { id: recordingId, length: byteLength, sha256: sha256 ?? '' } };
}

async function mayListen(context: Context, call: CallRow, { kind }: RecordingRow): Promise<boolean> {
  const person = signedIn(context);
  const missed = kind === 'message' ? await findMissedCall(context.read, call.id) : null;
  if (missed && maySeeNextReaction(person, missed)) return true;
  return (await reviewableCalls(context.read, person, [call.id])).size > 0;
}

/** Who heard or took along what, and when (CS-10). */
export async function keepListen(
  context: Context,
  { call, sound }: { call: CallRow; sound: Sound },
  kind: SeenKind,
): Promise<void> {
  context.saw({ kind, subjectId: call.id, counterpartyId: call.counterpartyId });
  const listenedAt = context.now();
  const listen = { recordingId: sound.id, employeeId: signedIn(context).id };
  if (await hasListenedSince(context.read, { ...listen, since: listenedAt - oneListeningMs })) return;
  await context.tx((tx) => insertRecordingListen(tx, { id: context.newId(), ...listen, listenedAt }));
}
