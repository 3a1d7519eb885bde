import { door } from '@/app/api/v1/door';
import { backupOffice } from '@/lib/context';
import { backupContracts } from '@/lib/domain/backups/backups.contract';
import { updateBackupSchedule } from '@/lib/operations/backups/update-backup-schedule';

export const PUT = door(backupContracts.updateSchedule, (context, { version, ...schedule }) =>
  updateBackupSchedule(context, { schedule, version, office: backupOffice() }),
);
