import { door } from '@/app/api/v1/door';
import { departmentContracts } from '@/lib/domain/employees/departments.contract';
import { createDepartment } from '@/lib/operations/departments/create-department';
import { listDepartments } from '@/lib/operations/departments/list-departments';

export const GET = door(departmentContracts.list, listDepartments);
export const POST = door(departmentContracts.create, createDepartment);
