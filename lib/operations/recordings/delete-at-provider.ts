import { listRecordingsToDeleteAtProvider, updateRecording } from '@/db/recordings';
import { type RecordingSource, recordingStates } from '@/lib/domain/recordings/recording';
import type { Context } from '@/lib/operations/context';

const batch = 20;
const retryMs = 3_600_000;

/**
 * Deletes at the provider what we have kept for long enough, and at once what was deleted here: retention and erasure hold
 * there too. One that is not deleted now is tried again an hour later. Returns how many are not there any more.
 */
export async function deleteAtProvider(
  context: Context,
  { source, signal }: { source: RecordingSource; signal?: AbortSignal },
): Promise<number> {
  let deleted = 0;
  for (const { id, recordingSid } of await listRecordingsToDeleteAtProvider(
    context.read,
    context.now(),
    batch,
  )) {
    if (signal?.aborted) return deleted;
    const isGone = await source.deleteRecording(recordingSid);
    const deleteAtProviderAt = isGone ? null : context.now() + retryMs;
    await context.tx((tx) => updateRecording(tx, id, recordingStates, { deleteAtProviderAt }));
    if (isGone) deleted += 1;
  }
  return deleted;
}
