import { door } from '@/app/api/v1/door';
import { apiTokenContracts } from '@/lib/domain/employees/api-tokens.contract';
import { listApiTokens } from '@/lib/operations/sessions/list-api-tokens';

export const GET = door(apiTokenContracts.list, listApiTokens);
