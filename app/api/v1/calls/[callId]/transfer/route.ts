import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { transferCall } from '@/lib/operations/calls/transfer-call';

export const POST = door(callControlContracts.transfer, transferCall);
