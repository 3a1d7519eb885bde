import { door } from '@/app/api/v1/door';
import { departmentContracts } from '@/lib/domain/employees/departments.contract';
import { disableDepartment } from '@/lib/operations/departments/disable-department';

export const POST = door(departmentContracts.disable, disableDepartment);
