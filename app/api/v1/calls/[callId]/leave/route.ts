import { door } from '@/app/api/v1/door';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { leaveByBrowser } from '@/lib/operations/calls/leave-by-browser';

export const POST = door(callControlContracts.leave, leaveByBrowser);
