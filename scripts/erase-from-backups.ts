import { findSubject } from '@/db/personal-data/find-subject';
import { searchFiles } from '@/db/personal-data/search-files';
import type { BackupPlace } from '@/lib/backups/backup-folder';
import { forEachBackup } from '@/lib/backups/for-each-backup';
import { spellingsOf } from '@/lib/domain/personal-data/needles';
import { StillFound } from '@/lib/domain/personal-data/still-found';
import type { Subject } from '@/lib/domain/personal-data/subject';
import { eraseFromStore, forgetWork } from '@/lib/operations/personal-data/erase-from-store';
import { keepFiles } from '@/lib/recordings/keep-files';

/**
 * Erases a person from every backup as the act did from the installation, and searches the backups byte for byte.
 * `act.at`: epoch ms. Returns how many backups were written anew.
 * @throws BackupsBusy while one is made or checked; Error when one cannot be read, so that nobody knows what is in it, or
 * when the person is still found
 */
export async function eraseFromBackups(
  place: BackupPlace,
  subject: Subject,
  act: { id: string; number: number; at: number },
): Promise<number> {
  const { rewritten, unreadable } = await forEachBackup(place, async (store, { folder }) => {
    const files = { recordings: keepFiles(folder), attachments: keepFiles(folder, 'attachments') };
    let hasChanged = await forgetWork(store, act.id);
    // A backup may hold rows that the installation has lost since.
    const asItWas = await findSubject(store.read, subject);
    for (const one of asItWas ? [asItWas, subject] : [subject]) {
      const counts = await eraseFromStore({ store, ...files }, one, act);
      if (Object.values(counts).some((count) => count > 0)) hasChanged = true;
    }
    return hasChanged;
  });
  if (unreadable.length > 0) throw new Error(`these backups cannot be read: ${unreadable.join(', ')}`);
  const found = await searchFiles(place.backupDir, spellingsOf(subject.needles), { leaveOut: [] });
  if (found.length > 0) throw new StillFound(found);
  return rewritten.length;
}
