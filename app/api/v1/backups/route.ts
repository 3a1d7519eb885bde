import { door } from '@/app/api/v1/door';
import { backupKeeper, backupOffice } from '@/lib/context';
import { backupContracts } from '@/lib/domain/backups/backups.contract';
import { beginBackup } from '@/lib/operations/backups/begin-backup';
import { listBackups } from '@/lib/operations/backups/list-backups';

export const GET = door(backupContracts.list, (context) =>
  listBackups(context, { keeper: backupKeeper(), office: backupOffice() }),
);
export const POST = door(backupContracts.make, (context) => beginBackup(context, { keeper: backupKeeper() }));
