import { updateFolderDeviation } from '@/db/folders';
import { forbidden, notFound } from '@/lib/domain/errors';
import { maySettleDeviation } from '@/lib/domain/folders/folder-rights';
import { type Context, signedIn } from '@/lib/operations/context';
import { notNow, recordFolderAct, saveFolder, visibleFolderLocked } from './act-on-folder';

/**
 * ON-3: says how a deviation was settled, which ends the next reactions it left.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when it is settled already
 */
export async function settleDeviation(
  context: Context,
  input: { folderId: string; deviationId: string; settlement: string },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, deviations } = await visibleFolderLocked(tx, person, input.folderId);
    if (!maySettleDeviation(person, row)) throw forbidden();
    const deviation = deviations.find(({ id }) => id === input.deviationId);
    if (!deviation) throw notFound('deviation');
    if (deviation.settledAt !== null) throw notNow('alreadyDone');
    await recordFolderAct(tx, context, person, row, {
      topic: `отклонение в папке № ${row.number} исправлено`,
      note: input.settlement,
      fulfils: deviation.nextReactionIds,
    });
    await updateFolderDeviation(tx, deviation.id, {
      settledAt: context.now(),
      settledBy: person.id,
      settlement: input.settlement,
    });
    const { version } = await saveFolder(tx, row, {});
    return { folderId: row.id, version };
  });
}
