import { door } from '@/app/api/v1/door';
import { journalContracts } from '@/lib/domain/calls/journal.contract';
import { listUnfinishedCalls } from '@/lib/operations/calls/list-unfinished-calls';

export const GET = door(journalContracts.unfinished, listUnfinishedCalls);
