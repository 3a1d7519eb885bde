import { doorOf } from '@/app/api/v1/door';
import { soundAnswer } from '@/app/api/v1/recordings/sound-answer';
import { recordingContracts } from '@/lib/domain/recordings/recordings.contract';
import { listenToRecording } from '@/lib/operations/recordings/listen-to-recording';

export const GET = doorOf(recordingContracts.listen, listenToRecording, soundAnswer);
