import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { muteMicrophone } from '@/lib/operations/calls/mute-microphone';

export const POST = door(callControlContracts.mute, muteMicrophone);
