import { doorOf } from '@/app/api/v1/door';
import { soundAnswer } from '@/app/api/v1/recordings/sound-answer';
import { recordingKeeper, report } from '@/lib/context';
import { notFound } from '@/lib/domain/errors';
import { recordingContracts } from '@/lib/domain/recordings/recordings.contract';
import { downloadRecording } from '@/lib/operations/recordings/download-recording';

/** What is taken along is what was kept: a file that is not is not handed out. */
export const GET = doorOf(recordingContracts.download, downloadRecording, async (sound, request) => {
  const { id, recordedAt } = sound;
  if (!(await recordingKeeper().isWhole(id, sound))) {
    report(`recording ${id}`, 'its file is not the one that was kept');
    throw notFound('sound of the recording');
  }
  const name = new Date(recordedAt).toISOString().slice(0, 16).replaceAll(':', '-');
  return soundAnswer(sound, request, { 'content-disposition': `attachment; filename="${name} ${id}.wav"` });
});
