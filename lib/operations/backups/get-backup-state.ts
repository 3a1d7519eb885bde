import type { BackupKeeper, BackupOffice } from '@/lib/domain/backups/backup';
import type { BackupState } from '@/lib/domain/backups/state';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { type Context, signedIn } from '@/lib/operations/context';
import { judgeBackups } from './judge-backups';

/** How it stands with the backups, in a word; null for who administers nothing. */
export async function getBackupState(
  context: Context,
  parts: { keeper: BackupKeeper; office: BackupOffice },
): Promise<BackupState | null> {
  return mayAdminister(signedIn(context)) ? judgeBackups(context, parts) : null;
}
