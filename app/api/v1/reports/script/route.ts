import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { readScript } from '@/lib/operations/reports/read-script';

export const GET = door(reportContracts.script, readScript);
