import type { BackupOffice } from '@/lib/domain/backups/backup';
import { type BackupSchedule, readBackupSchedule } from '@/lib/domain/backups/schedule';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from '@/lib/operations/settings/save-setting';

/** When backups are made by themselves, and how many of those stay. @throws Refusal `forbidden` */
export async function updateBackupSchedule(
  context: Context,
  { schedule, office }: { schedule: BackupSchedule; office: BackupOffice },
): Promise<{ schedule: BackupSchedule }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    await saveSetting(tx, context, 'backups', (stored) => readBackupSchedule(stored, office), schedule);
    return { schedule };
  });
}
