import { door } from '@/app/api/v1/door';
import { roleContracts } from '@/lib/domain/employees/roles.contract';
import { updateRole } from '@/lib/operations/employees/update-role';

export const PATCH = door(roleContracts.update, updateRole);
