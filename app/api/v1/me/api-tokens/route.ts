import { door } from '@/app/api/v1/door';
import { apiTokenContracts } from '@/lib/domain/employees/api-tokens.contract';
import { createOwnApiToken } from '@/lib/operations/sessions/create-own-api-token';
import { listOwnApiTokens } from '@/lib/operations/sessions/list-api-tokens';

export const GET = door(apiTokenContracts.listOwn, listOwnApiTokens);
export const POST = door(apiTokenContracts.create, createOwnApiToken);
