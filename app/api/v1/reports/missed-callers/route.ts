import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { listCountedMissed } from '@/lib/operations/reports/list-counted-reactions';

export const GET = door(reportContracts.missedRows, listCountedMissed);
