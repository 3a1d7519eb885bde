import { door } from '@/app/api/v1/door';
import { wallboardContracts } from '@/lib/domain/reports/wallboard.contract';
import { revokeWallboardToken } from '@/lib/operations/reports/revoke-wallboard-token';

export const POST = door(wallboardContracts.revokeToken, revokeWallboardToken);
