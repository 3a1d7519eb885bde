import { door } from '@/app/api/v1/door';
import { journalContracts } from '@/lib/domain/calls/journal.contract';
import { listMissedCallers } from '@/lib/operations/calls/list-missed-callers';

export const GET = door(journalContracts.missed, listMissedCallers);
