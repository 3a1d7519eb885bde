import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { readFigures } from '@/lib/operations/reports/read-figures';

export const GET = door(reportContracts.figures, readFigures);
