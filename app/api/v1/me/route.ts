import { door } from '@/app/api/v1/door';
import { meContracts } from '@/lib/domain/employees/me.contract';
import { getMe } from '@/lib/operations/employees/get-me';
import { updateMe } from '@/lib/operations/employees/update-me';

export const GET = door(meContracts.get, getMe);
export const PATCH = door(meContracts.update, updateMe);
