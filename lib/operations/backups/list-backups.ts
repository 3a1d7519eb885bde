import type { BackupKeeper, BackupOffice } from '@/lib/domain/backups/backup';
import type { BackupsView } from '@/lib/domain/backups/backups.contract';
import { readBackupSchedule } from '@/lib/domain/backups/schedule';
import { stateOfBackups } from '@/lib/domain/backups/state';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { readSetting } from '@/lib/operations/settings/read-setting';

/** The backups that there are, what is done to them at this moment, and how it stands with them. @throws Refusal `forbidden` */
export async function listBackups(
  context: Context,
  { keeper, office }: { keeper: BackupKeeper; office: BackupOffice },
): Promise<BackupsView> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  const { value: schedule, version } = await readSetting(context.read, 'backups', (stored) =>
    readBackupSchedule(stored, office),
  );
  const [backups, work, failure, place] = await Promise.all([
    keeper.list(),
    keeper.work(),
    keeper.failure(),
    keeper.place(),
  ]);
  const state = stateOfBackups({ backups, failure, schedule, office, now: context.now() });
  return { backups, work, failure, state, schedule, scheduleVersion: version, ...place };
}
