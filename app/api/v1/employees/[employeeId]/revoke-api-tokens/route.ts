import { door } from '@/app/api/v1/door';
import { employeeContracts } from '@/lib/domain/employees/employees.contract';
import { revokeApiTokens } from '@/lib/operations/sessions/revoke-api-tokens';

export const POST = door(employeeContracts.revokeTokens, revokeApiTokens);
