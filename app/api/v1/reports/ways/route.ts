import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { readWays } from '@/lib/operations/reports/read-ways';

export const GET = door(reportContracts.ways, readWays);
