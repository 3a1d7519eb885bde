import { door } from '@/app/api/v1/door';
import { apiTokenContracts } from '@/lib/domain/employees/api-tokens.contract';
import { revokeApiToken } from '@/lib/operations/sessions/revoke-api-token';

export const POST = door(apiTokenContracts.revoke, revokeApiToken);
