import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { pauseRecording } from '@/lib/operations/calls/pause-recording';

export const POST = door(callControlContracts.pauseRecording, pauseRecording);
