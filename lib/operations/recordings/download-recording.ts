import { mayDownloadRecordings } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { keepListen, type Sound, soundOfRecording } from './sound-of-recording';

/**
 * A recording as a file to take along, for those who answer for people and work; it is on record as such (CS-10).
 * @throws Refusal as `soundOfRecording`, and `forbidden`
 */
export async function downloadRecording(
  context: Context,
  { recordingId }: { recordingId: string },
): Promise<Sound & { recordedAt: number }> {
  const found = await soundOfRecording(context, recordingId);
  if (!mayDownloadRecordings(signedIn(context))) throw forbidden();
  await keepListen(context, found, 'recordingFile');
  return { ...found.sound, recordedAt: found.call.arrivedAt };
}
