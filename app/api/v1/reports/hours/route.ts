import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { readHours } from '@/lib/operations/reports/read-hours';

export const GET = door(reportContracts.hours, readHours);
