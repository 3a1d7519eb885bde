import { door } from '@/app/api/v1/door';
import { employeeContracts } from '@/lib/domain/employees/employees.contract';
import { getEmployee } from '@/lib/operations/employees/get-employee';
import { updateEmployee } from '@/lib/operations/employees/update-employee';

export const GET = door(employeeContracts.get, getEmployee);
export const PATCH = door(employeeContracts.update, updateEmployee);
