import { getSetting } from '@/db/settings';
import type { Db } from '@/db/store';
import { type BackupSchedule, readBackupSchedule } from '@/lib/domain/backups/schedule';

/** The one that was set, else that of a new installation. */
export async function readSchedule(db: Db, { isDemo }: { isDemo: boolean }): Promise<BackupSchedule> {
  return readBackupSchedule((await getSetting(db, 'backups'))?.value, { isDemo });
}
