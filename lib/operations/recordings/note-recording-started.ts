import type { CallRow } from '@/db/calls';
import { insertRecording } from '@/db/recordings';
import { advanceCall } from '@/lib/operations/calls/advance-call';
import type { Context, Tx } from '@/lib/operations/context';

/** The conversation is being recorded: the provider answered the order, or told of it, whichever was heard first. */
export async function noteRecordingStarted(
  tx: Tx,
  context: Context,
  call: CallRow,
  { recordingSid, startedAt }: { recordingSid: string; startedAt: number | null },
): Promise<void> {
  const now = context.now();
  await insertRecording(tx, {
    id: context.newId(),
    kind: 'conversation',
    callId: call.id,
    recordingSid,
    durationSeconds: 0,
    recordedAt: startedAt ?? now,
    state: call.endedAt === null ? 'running' : 'awaited',
    attempts: 0,
    nextAttemptAt: now,
  });
  await advanceCall(tx, context, call, { type: 'recording.started' });
}
