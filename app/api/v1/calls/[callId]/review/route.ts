import { door } from '@/app/api/v1/door';
import { journalContracts } from '@/lib/domain/calls/journal.contract';
import { reviewCall } from '@/lib/operations/calls/review-call';

export const GET = door(journalContracts.review, reviewCall);
