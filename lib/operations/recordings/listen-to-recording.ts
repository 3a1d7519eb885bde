import { getCall } from '@/db/calls';
import { findMissedCall } from '@/db/next-reactions';
import { getRecording, hasListenedSince, insertRecordingListen } from '@/db/recordings';
import { notFound } from '@/lib/domain/errors';
import { maySeeNextReaction } from '@/lib/domain/reactions/next-reaction-rights';
import { reviewableCalls } from '@/lib/operations/calls/reviewable-calls';
import { type Context, signedIn } from '@/lib/operations/context';

/** A player asks for the parts of a file one by one: within this time they are one listening. */
const oneListeningMs = 60_000;

/**
 * Lets a person hear a recording, and keeps who heard it when (CS-10): whoever may review the call or sees the next
 * reaction it left. Anybody else is told it is not there, and so is one whose sound is not here yet or any more.
 * @throws Refusal `notFound`
 */
export async function listenToRecording(
  context: Context,
  { recordingId }: { recordingId: string },
): Promise<{ id: string; byteLength: number; sha256: string }> {
  const person = signedIn(context);
  const recording = await getRecording(context.read, recordingId);
  if (recording?.state !== 'kept' || recording.byteLength === null) throw notFound('recording');
  const { callId, byteLength, sha256 } = recording;
  const call = await getCall(context.read, callId);
  const missed = call && (await findMissedCall(context.read, callId));
  const mayListen =
    call !== null &&
    ((missed !== null && maySeeNextReaction(person, missed)) ||
      (await reviewableCalls(context.read, person, [callId])).size > 0);
  if (!mayListen) throw notFound('recording');
  context.saw({ kind: 'message', subjectId: callId, counterpartyId: call.counterpartyId });
  const listenedAt = context.now();
  const listen = { recordingId, employeeId: person.id };
  if (!(await hasListenedSince(context.read, { ...listen, since: listenedAt - oneListeningMs }))) {
    await context.tx((tx) => insertRecordingListen(tx, { id: context.newId(), ...listen, listenedAt }));
  }
  return { id: recordingId, byteLength, sha256: sha256 ?? '' };
}
