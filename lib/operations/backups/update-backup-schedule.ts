import type { BackupOffice } from '@/lib/domain/backups/backup';
import { type BackupSchedule, readBackupSchedule } from '@/lib/domain/backups/schedule';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from '@/lib/operations/settings/save-setting';

/** When backups are made by themselves, and how many of those stay. @throws Refusal `forbidden`; `conflict` when it was changed meanwhile */
export async function updateBackupSchedule(
  context: Context,
  { schedule, version, office }: { schedule: BackupSchedule; version: number; office: BackupOffice },
): Promise<{ schedule: BackupSchedule; version: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const read = (stored: unknown) => readBackupSchedule(stored, office);
    const saved = await saveSetting(tx, context, 'backups', read, { ...schedule, version });
    return { schedule, version: saved };
  });
}
