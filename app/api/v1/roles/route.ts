import { door } from '@/app/api/v1/door';
import { roleContracts } from '@/lib/domain/employees/roles.contract';
import { createRole } from '@/lib/operations/employees/create-role';
import { listRoles } from '@/lib/operations/employees/list-roles';

export const GET = door(roleContracts.list, listRoles);
export const POST = door(roleContracts.create, createRole);
