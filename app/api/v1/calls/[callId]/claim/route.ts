import { door } from '@/app/api/v1/door';
import { callContracts } from '@/lib/domain/calls/calls.contract';
import { claimCall } from '@/lib/operations/calls/claim-call';

export const POST = door(callContracts.claim, claimCall);
