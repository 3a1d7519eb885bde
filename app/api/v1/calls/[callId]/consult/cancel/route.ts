import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { cancelConsult } from '@/lib/operations/calls/cancel-consult';

export const POST = door(callControlContracts.cancelConsult, cancelConsult);
