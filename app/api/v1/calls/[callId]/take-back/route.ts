import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { takeBackCall } from '@/lib/operations/calls/take-back-call';

export const POST = door(callControlContracts.takeBack, takeBackCall);
