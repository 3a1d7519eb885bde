import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { holdCaller } from '@/lib/operations/calls/hold-caller';

export const POST = door(callControlContracts.hold, holdCaller);
