import { door } from '@/app/api/v1/door';
import { employeeContracts } from '@/lib/domain/employees/employees.contract';
import { createEmployee } from '@/lib/operations/employees/create-employee';
import { listEmployees } from '@/lib/operations/employees/list-employees';

export const GET = door(employeeContracts.list, listEmployees);
export const POST = door(employeeContracts.create, createEmployee);
