import { door } from '@/app/api/v1/door';
import { callContracts } from '@/lib/domain/calls/calls.contract';
import { journalContracts } from '@/lib/domain/calls/journal.contract';
import { listCalls } from '@/lib/operations/calls/list-calls';
import { placeCall } from '@/lib/operations/calls/place-call';

export const POST = door(callContracts.place, placeCall);

export const GET = door(journalContracts.list, listCalls);
