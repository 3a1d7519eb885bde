import { door } from '@/app/api/v1/door';
import { employeeContracts } from '@/lib/domain/employees/employees.contract';
import { createOneTimeLink } from '@/lib/operations/sessions/create-one-time-link';

export const POST = door(employeeContracts.createOneTimeLink, createOneTimeLink);
