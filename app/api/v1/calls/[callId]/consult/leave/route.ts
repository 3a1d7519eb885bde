import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { leaveConsult } from '@/lib/operations/calls/leave-consult';

export const POST = door(callControlContracts.leaveConsult, leaveConsult);
