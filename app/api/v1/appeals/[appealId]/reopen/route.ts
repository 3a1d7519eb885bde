import { door } from '@/app/api/v1/door';
import { appealContracts } from '@/lib/domain/appeals/appeals.contract';
import { reopenAppeal } from '@/lib/operations/appeals/reopen-appeal';

export const POST = door(appealContracts.reopen, reopenAppeal);
