import type { BackupKeeper } from '@/lib/domain/backups/backup';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';

export const somethingUnderWay = () =>
  new Refusal('notPossibleNow', 'a backup is being made or checked already');

/** Begins to make a backup; how far it is stands in the list. @throws Refusal `forbidden`, `notPossibleNow` */
export async function beginBackup(
  context: Context,
  { keeper }: { keeper: BackupKeeper },
): Promise<{ begun: true }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  if (await keeper.work()) throw somethingUnderWay();
  const answer = await context.tx(async () => ({ begun: true as const }));
  if (!(await keeper.make('person'))) throw somethingUnderWay();
  return answer;
}
