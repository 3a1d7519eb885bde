import { door } from '@/app/api/v1/door';
import { appealContracts } from '@/lib/domain/appeals/appeals.contract';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';

export const GET = door(appealContracts.list, listAppeals);
