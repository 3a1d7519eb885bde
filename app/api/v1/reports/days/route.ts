import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { readDays } from '@/lib/operations/reports/read-days';

export const GET = door(reportContracts.days, readDays);
