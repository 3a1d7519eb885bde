import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { resumeRecording } from '@/lib/operations/calls/resume-recording';

export const POST = door(callControlContracts.resumeRecording, resumeRecording);
