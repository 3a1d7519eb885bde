import { door } from '@/app/api/v1/door';
import { appealContracts } from '@/lib/domain/appeals/appeals.contract';
import { closeAppeal } from '@/lib/operations/appeals/close-appeal';

export const POST = door(appealContracts.close, closeAppeal);
