import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { listCountedCalls } from '@/lib/operations/reports/list-counted-calls';

export const GET = door(reportContracts.calls, listCountedCalls);
