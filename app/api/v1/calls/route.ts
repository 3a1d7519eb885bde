import { door } from '@/app/api/v1/door';
import { journalContracts } from '@/lib/domain/calls/journal.contract';
import { listCalls } from '@/lib/operations/calls/list-calls';

export const GET = door(journalContracts.list, listCalls);
