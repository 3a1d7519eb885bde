import { door } from '@/app/api/v1/door';
import { phoneAccount } from '@/lib/context';
import { connectionContracts } from '@/lib/domain/connection/connection.contract';
import { repairConnection } from '@/lib/operations/connection/repair-connection';

export const POST = door(connectionContracts.repairConnection, async (context, { repairs }) =>
  repairConnection(context, { repairs, account: await phoneAccount() }),
);
