import { door } from '@/app/api/v1/door';
import { departmentContracts } from '@/lib/domain/employees/departments.contract';
import { updateDepartment } from '@/lib/operations/departments/update-department';

export const PATCH = door(departmentContracts.update, updateDepartment);
