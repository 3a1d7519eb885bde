import { insertChange } from '@/db/changes';
import type { FolderRow } from '@/db/folders';
import { forbidden } from '@/lib/domain/errors';
import { maySettleDeviation } from '@/lib/domain/folders/folder-rights';
import { correctedFields } from '@/lib/domain/folders/folder-views';
import { isAboutTitlePage } from '@/lib/domain/folders/signed-content';
import { type Context, signedIn } from '@/lib/operations/context';
import {
  notNow,
  recordFolderAct,
  refuseChanged,
  saveFolder,
  visibleFolderLocked,
  workLeft,
} from './act-on-folder';
import { refuseUndiallablePhone } from './title-page-phone';

type Corrected = Pick<FolderRow, 'city' | 'contactPerson' | 'phone'>;

/** Paper and reactions are Russian in every language of the screen. */
export const wordsOfTitlePage = { city: 'город', contactPerson: 'контактное лицо', phone: 'телефон' };

/**
 * ON-1, ON-3: puts right whom to call, and where, on the title page; what stood there stays in the history and in a reaction.
 * @throws Refusal `notFound`, `forbidden`, `invalid` at `phone` for one that nobody could dial, `conflict` when the folder was
 * changed since that version, `notPossibleNow` when the folder is done, or a step that signs the title page is signed
 */
export async function correctTitlePage(
  context: Context,
  { folderId, version: basedOn, ...titlePage }: Corrected & { folderId: string; version: number },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, facts } = await visibleFolderLocked(tx, person, folderId);
    if (!maySettleDeviation(person, row)) throw forbidden();
    if (row.state === 'done') throw notNow('done');
    if ([...facts.signed].some(isAboutTitlePage)) throw notNow('signedAlready');
    refuseChanged(row, basedOn);
    await refuseUndiallablePhone(tx, titlePage);
    const corrected = correctedFields.filter((name) => titlePage[name] !== row[name]);
    if (corrected.length === 0) return { folderId, version: row.version };
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: `титульный лист папки № ${row.number} исправлен`,
      note: corrected
        .map((name) => `${wordsOfTitlePage[name]}: ${row[name] || '—'} → ${titlePage[name]}`)
        .join('\n'),
      otherwise: await workLeft(tx, row),
    });
    await insertChange(tx, {
      id: context.newId(),
      noun: 'folder',
      nounId: folderId,
      at: context.now(),
      employeeId: person.id,
      fields: Object.fromEntries(corrected.map((name) => [name, { from: row[name], to: titlePage[name] }])),
    });
    const { version } = await saveFolder(tx, row, {
      ...titlePage,
      workNextReactionId: nextReactionIds[0] ?? row.workNextReactionId,
    });
    return { folderId, version };
  });
}
