import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { listCountedLeads } from '@/lib/operations/reports/list-counted-reactions';

export const GET = door(reportContracts.leadRows, listCountedLeads);
