import type { BackupPlace } from '@/lib/backups/backup-folder';
import type { Settings } from '@/lib/env';

/** Where this installation is and where its backups lie. */
export const backupPlace = ({ backupDir, dataDir, databaseUrl }: Settings): BackupPlace => ({
  backupDir,
  dataDir,
  databaseUrl,
});
