import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { completeConsult } from '@/lib/operations/calls/complete-consult';

export const POST = door(callControlContracts.completeConsult, completeConsult);
