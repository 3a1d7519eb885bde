import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { unmuteMicrophone } from '@/lib/operations/calls/unmute-microphone';

export const POST = door(callControlContracts.unmute, unmuteMicrophone);
