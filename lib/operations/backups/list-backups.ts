import type { BackupKeeper, BackupOffice } from '@/lib/domain/backups/backup';
import type { BackupsView } from '@/lib/domain/backups/backups.contract';
import { stateOfBackups } from '@/lib/domain/backups/state';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { readSchedule } from './read-schedule';

/** The backups that there are, what is done to them at this moment, and how it stands with them. @throws Refusal `forbidden` */
export async function listBackups(
  context: Context,
  { keeper, office }: { keeper: BackupKeeper; office: BackupOffice },
): Promise<BackupsView> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  const schedule = await readSchedule(context.read, office);
  const [backups, work, failure, place] = await Promise.all([
    keeper.list(),
    keeper.work(),
    keeper.failure(),
    keeper.place(),
  ]);
  const state = stateOfBackups({ backups, failure, schedule, office, now: context.now() });
  return { backups, work, failure, state, schedule, ...place };
}
