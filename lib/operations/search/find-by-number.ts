import { findComplaintOfNumber } from '@/db/complaints';
import { listCounterpartiesByIds } from '@/db/counterparties';
import { findFolderOfNumber } from '@/db/folders';
import { maySeeComplaint } from '@/lib/domain/complaints/complaint-rights';
import { maySeeFolder } from '@/lib/domain/folders/folder-rights';
import type { NumberedFound } from '@/lib/domain/search/search.contract';
import type { Numbered } from '@/lib/domain/search/search-parts';
import { rightsOf } from '@/lib/operations/complaints/change-complaint';
import { type Context, signedIn } from '@/lib/operations/context';

/** The folder and the complaint of this number, those of them that are asked for and that the person may see. */
export async function findByNumber(
  context: Context,
  number: number,
  isOf: (noun: Numbered) => boolean,
): Promise<{ folders: NumberedFound[]; complaints: NumberedFound[] }> {
  const person = signedIn(context);
  const { read: db } = context;
  const folder = isOf('folder') ? await findFolderOfNumber(db, number) : null;
  const complaint = isOf('complaint') ? await findComplaintOfNumber(db, number) : null;
  const folders = folder && maySeeFolder(person, folder) ? [folder] : [];
  const complaints = complaint && maySeeComplaint(person, rightsOf(complaint)) ? [complaint] : [];
  const cards = await listCounterpartiesByIds(
    db,
    [...folders, ...complaints].map(({ counterpartyId }) => counterpartyId),
  );
  const found = ({ id, number, counterpartyId }: (typeof folders | typeof complaints)[number]) => ({
    id,
    number,
    counterpartyName: cards.find((card) => card.id === counterpartyId)?.name ?? '',
  });
  if (folders.length > 0) context.saw({ kind: 'folders', rowCount: 1, filters: ['number'] });
  if (complaints.length > 0) context.saw({ kind: 'complaints', rowCount: 1, filters: ['number'] });
  return { folders: folders.map(found), complaints: complaints.map(found) };
}
