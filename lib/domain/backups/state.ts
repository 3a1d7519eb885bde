import type { Backup, BackupFailure, BackupOffice } from './backup';
import { type BackupSchedule, isBackupLate } from './schedule';

/**
 * `off`: none is made by itself. `kept`: all is well. `late`: the schedule was not kept. `failed`: the last attempt came to nothing.
 * `damaged`: the newest one is not what it should be.
 */
export const backupStates = ['off', 'kept', 'late', 'failed', 'damaged'] as const;
export type BackupState = (typeof backupStates)[number];

/** Somebody must look. */
export const isWrong = (state: BackupState) => state !== 'kept' && state !== 'off';

/** How it stands with the backups, the worst first; `backups` are in order, the newest first. */
export function stateOfBackups({
  backups,
  failure,
  schedule,
  office,
  now,
}: {
  backups: readonly Backup[];
  failure: BackupFailure | null;
  schedule: BackupSchedule;
  office: BackupOffice;
  now: number;
}): BackupState {
  const [newest] = backups;
  if (failure && failure.at > (newest?.madeAt ?? 0)) return 'failed';
  if (newest && (!newest.summary || (newest.check?.problems.length ?? 0) > 0)) return 'damaged';
  if (schedule.rhythm === 'off') return 'off';
  const { startedAt } = office;
  return isBackupLate(schedule, { now, newestAt: newest?.madeAt ?? null, startedAt }) ? 'late' : 'kept';
}
