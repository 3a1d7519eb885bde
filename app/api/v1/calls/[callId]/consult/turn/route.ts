import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { turnConsult } from '@/lib/operations/calls/turn-consult';

export const POST = door(callControlContracts.turnConsult, turnConsult);
