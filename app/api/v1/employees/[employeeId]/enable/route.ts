import { door } from '@/app/api/v1/door';
import { employeeContracts } from '@/lib/domain/employees/employees.contract';
import { enableEmployee } from '@/lib/operations/employees/enable-employee';

export const POST = door(employeeContracts.enable, enableEmployee);
