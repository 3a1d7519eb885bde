import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { readMissed } from '@/lib/operations/reports/read-missed';

export const GET = door(reportContracts.missed, readMissed);
