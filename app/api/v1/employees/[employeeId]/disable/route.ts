import { door } from '@/app/api/v1/door';
import { employeeContracts } from '@/lib/domain/employees/employees.contract';
import { disableEmployee } from '@/lib/operations/employees/disable-employee';

export const POST = door(employeeContracts.disable, disableEmployee);
