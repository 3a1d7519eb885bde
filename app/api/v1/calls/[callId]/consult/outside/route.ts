import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { consultOutside } from '@/lib/operations/calls/consult-outside';

export const POST = door(callControlContracts.consultOutside, consultOutside);
