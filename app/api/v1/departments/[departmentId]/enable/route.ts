import { door } from '@/app/api/v1/door';
import { departmentContracts } from '@/lib/domain/employees/departments.contract';
import { enableDepartment } from '@/lib/operations/departments/enable-department';

export const POST = door(departmentContracts.enable, enableDepartment);
