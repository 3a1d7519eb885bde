import { door } from '@/app/api/v1/door';
import { appealContracts } from '@/lib/domain/appeals/appeals.contract';
import { getAppeal } from '@/lib/operations/appeals/get-appeal';
import { updateAppeal } from '@/lib/operations/appeals/update-appeal';

export const GET = door(appealContracts.get, getAppeal);
export const PATCH = door(appealContracts.update, updateAppeal);
