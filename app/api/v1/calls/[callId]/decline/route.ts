import { door } from '@/app/api/v1/door';
import { callContracts } from '@/lib/domain/calls/calls.contract';
import { declineOffer } from '@/lib/operations/calls/decline-offer';

export const POST = door(callContracts.decline, declineOffer);
