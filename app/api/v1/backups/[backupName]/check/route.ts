import { door } from '@/app/api/v1/door';
import { backupKeeper } from '@/lib/context';
import { backupContracts } from '@/lib/domain/backups/backups.contract';
import { beginBackupCheck } from '@/lib/operations/backups/begin-backup-check';

export const POST = door(backupContracts.check, (context, { backupName }) =>
  beginBackupCheck(context, { backupName, keeper: backupKeeper() }),
);
