import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { listCountedAppeals } from '@/lib/operations/reports/list-counted-appeals';

export const GET = door(reportContracts.appealRows, listCountedAppeals);
