import { door } from '@/app/api/v1/door';
import { wallboardContracts } from '@/lib/domain/reports/wallboard.contract';
import { createWallboardToken } from '@/lib/operations/reports/create-wallboard-token';
import { listWallboardTokens } from '@/lib/operations/reports/list-wallboard-tokens';

export const GET = door(wallboardContracts.tokens, listWallboardTokens);
export const POST = door(wallboardContracts.createToken, createWallboardToken);
