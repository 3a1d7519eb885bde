import type { BackupKeeper, BackupOffice } from '@/lib/domain/backups/backup';
import { type BackupState, stateOfBackups } from '@/lib/domain/backups/state';
import type { Context } from '@/lib/operations/context';
import { readSchedule } from './read-schedule';

/** How it stands with the backups, in a word: for what watches the console, which nobody signs in. */
export async function judgeBackups(
  context: Context,
  { keeper, office }: { keeper: BackupKeeper; office: BackupOffice },
): Promise<BackupState> {
  const schedule = await readSchedule(context.read, office);
  const [backups, failure] = await Promise.all([keeper.list(), keeper.failure()]);
  return stateOfBackups({ backups, failure, schedule, office, now: context.now() });
}
