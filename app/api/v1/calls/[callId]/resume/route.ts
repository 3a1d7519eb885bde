import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { resumeCaller } from '@/lib/operations/calls/resume-caller';

export const POST = door(callControlContracts.resume, resumeCaller);
