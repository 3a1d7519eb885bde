import { door } from '@/app/api/v1/door';
import { meContracts } from '@/lib/domain/employees/me.contract';
import { changePassword } from '@/lib/operations/sessions/change-password';

export const POST = door(meContracts.changePassword, changePassword);
