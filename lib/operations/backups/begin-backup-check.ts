import type { BackupKeeper } from '@/lib/domain/backups/backup';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { somethingUnderWay } from './begin-backup';

/** Begins to read a backup byte by byte. @throws Refusal `forbidden`, `notFound`, `notPossibleNow` */
export async function beginBackupCheck(
  context: Context,
  { backupName, keeper }: { backupName: string; keeper: BackupKeeper },
): Promise<{ begun: true }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  if (!(await keeper.list()).some(({ name }) => name === backupName)) throw notFound('backup');
  if (await keeper.work()) throw somethingUnderWay();
  const answer = await context.tx(async () => ({ begun: true as const }));
  if (!(await keeper.check(backupName))) throw somethingUnderWay();
  return answer;
}
