import { updateFolderDeviation } from '@/db/folders';
import { getNextReaction } from '@/db/next-reactions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { maySettleDeviation } from '@/lib/domain/folders/folder-rights';
import { folderStateOf } from '@/lib/domain/folders/folder-state';
import { type Context, signedIn } from '@/lib/operations/context';
import {
  closeAppealOfFolder,
  notNow,
  recordFolderAct,
  saveFolder,
  visibleFolderLocked,
  workLeft,
} from './act-on-folder';
import { finishWork } from './finish-work';

/**
 * ON-3: says how a deviation was settled, which ends the next reactions it left. The last one that is settled finishes the
 * work on a folder where everything is signed, and closes the appeal of one that is done.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when it is settled already
 */
export async function settleDeviation(
  context: Context,
  input: { folderId: string; deviationId: string; settlement: string },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, facts, deviations } = await visibleFolderLocked(tx, person, input.folderId);
    if (!maySettleDeviation(person, row)) throw forbidden();
    const deviation = deviations.find(({ id }) => id === input.deviationId);
    if (!deviation) throw notFound('deviation');
    if (deviation.settledAt !== null) throw notNow('alreadyDone');
    const work = await getNextReaction(tx, row.workNextReactionId);
    const hasOpenDeviation = deviations.some(
      ({ id, settledAt }) => id !== deviation.id && settledAt === null,
    );
    const isDone = folderStateOf({ ...facts, hasOpenDeviation }) === 'done';
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: `отклонение в папке № ${row.number} исправлено`,
      note: input.settlement,
      fulfils: deviation.nextReactionIds,
      otherwise: isDone ? undefined : await workLeft(tx, row),
    });
    await updateFolderDeviation(tx, deviation.id, {
      settledAt: context.now(),
      settledBy: person.id,
      settlement: input.settlement,
    });
    const saved = await saveFolder(tx, row, {
      workNextReactionId: nextReactionIds[0] ?? row.workNextReactionId,
    });
    if (work?.endedAt === null) await finishWork(tx, context, person, saved);
    else if (isDone) await closeAppealOfFolder(tx, context, person, saved.row);
    return { folderId: row.id, version: saved.version };
  });
}
