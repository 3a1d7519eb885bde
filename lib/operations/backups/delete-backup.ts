import type { BackupKeeper } from '@/lib/domain/backups/backup';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { somethingUnderWay } from './begin-backup';

/** Deletes a backup for good; who did it stays in the history. @throws Refusal `forbidden`, `notFound`, `notPossibleNow` */
export async function deleteBackup(
  context: Context,
  { backupName, keeper }: { backupName: string; keeper: BackupKeeper },
): Promise<{ name: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  if (await keeper.work()) throw somethingUnderWay();
  const isThere = (await keeper.list()).some(({ name }) => name === backupName);
  const answer = await context.tx(async (tx) => {
    if (!isThere) throw notFound('backup');
    await recordChange(tx, context, {
      noun: 'backups',
      nounId: backupName,
      before: { backup: backupName },
      after: { backup: null },
    });
    return { name: backupName };
  });
  await keeper.remove(backupName);
  return answer;
}
