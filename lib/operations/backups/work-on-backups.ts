import type { BackupKeeper, BackupOffice } from '@/lib/domain/backups/backup';
import { expiredBackups, isBackupDue } from '@/lib/domain/backups/schedule';
import type { Context } from '@/lib/operations/context';
import { readSchedule } from './read-schedule';

/**
 * Makes the backup that is due, and takes away the schedule's own that are older than it keeps. What a person made stays until a person
 * deletes it.
 */
export async function workOnBackups(
  context: Context,
  { keeper, office }: { keeper: BackupKeeper; office: BackupOffice },
): Promise<void> {
  const schedule = await readSchedule(context.read, office);
  if (schedule.rhythm === 'off' || (await keeper.work())) return;
  const now = context.now();
  const { timeZone, startedAt } = office;
  const own = (await keeper.list()).filter(({ summary }) => summary?.origin === 'schedule');
  const failedAt = (await keeper.failure())?.at ?? null;
  const moment = { now, timeZone, startedAt, failedAt, newestAt: own[0]?.madeAt ?? null };
  if (isBackupDue(schedule, moment)) {
    await keeper.make('schedule');
    return;
  }
  for (const name of expiredBackups(own, schedule, moment)) await keeper.remove(name);
}
