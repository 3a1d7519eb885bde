import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { consultColleague } from '@/lib/operations/calls/consult-colleague';

export const POST = door(callControlContracts.consult, consultColleague);
