import type { Context } from '@/lib/operations/context';
import { keepListen, type Sound, soundOfRecording } from './sound-of-recording';

/** Lets a person hear a recording, and keeps who heard it when (CS-10). @throws Refusal as `soundOfRecording` */
export async function listenToRecording(
  context: Context,
  { recordingId }: { recordingId: string },
): Promise<Sound> {
  const found = await soundOfRecording(context, recordingId);
  await keepListen(context, found, found.kind === 'message' ? 'message' : 'recording');
  return found.sound;
}
