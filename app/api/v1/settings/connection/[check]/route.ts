import { door } from '@/app/api/v1/door';
import { phoneAccount } from '@/lib/context';
import { connectionContracts } from '@/lib/domain/connection/connection.contract';
import { checkConnection } from '@/lib/operations/connection/check-connection';

export const GET = door(connectionContracts.checkConnection, async (context, { check }) =>
  checkConnection(context, { check, account: await phoneAccount() }),
);
