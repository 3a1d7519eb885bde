import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { readReactions } from '@/lib/operations/reports/read-reactions';

export const GET = door(reportContracts.reactions, readReactions);
