import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { reportDeviation } from '@/lib/operations/folders/report-deviation';

export const POST = door(folderContracts.report, reportDeviation);
