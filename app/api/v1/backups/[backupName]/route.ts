import { door } from '@/app/api/v1/door';
import { backupKeeper } from '@/lib/context';
import { backupContracts } from '@/lib/domain/backups/backups.contract';
import { deleteBackup } from '@/lib/operations/backups/delete-backup';

export const DELETE = door(backupContracts.delete, (context, { backupName }) =>
  deleteBackup(context, { backupName, keeper: backupKeeper() }),
);
