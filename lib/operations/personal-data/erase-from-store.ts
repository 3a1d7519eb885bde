import { getErasureLocked, updateErasure } from '@/db/erasures';
import { eraseNext, type Place } from '@/db/personal-data/erase-next';
import type { Tombstone } from '@/db/personal-data/fates';
import type { TableName } from '@/db/personal-data/held/held';
import type { Store } from '@/db/store';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import { type HeldKind, kindOfTable } from '@/lib/domain/personal-data/held-kind';
import type { Subject } from '@/lib/domain/personal-data/subject';
import type { RecordingKeeper } from '@/lib/domain/recordings/recording';

/** Where somebody's data lies: a database and the files that belong to it, of the console or of a copy of it. */
export type ErasurePlace = {
  store: Store;
  recordings: Pick<RecordingKeeper, 'remove'>;
  attachments: Pick<RecordingKeeper, 'remove'>;
};

/** What stands in the place of a card that was erased by this act. */
export function tombstoneOf(number: number, at: number): Tombstone {
  const name = `Удалено по акту № ${number}`;
  return { name, nameNorm: normaliseName(name), sortKey: sortKey(name), at };
}

/** Deletes the recordings and attachments; done also when they are gone already. */
export async function deleteFiles(
  { recordings, attachments }: Omit<ErasurePlace, 'store'>,
  { ids }: Subject,
): Promise<number> {
  for (const id of ids.recordings) await recordings.remove(id);
  for (const id of ids.attachments) await attachments.remove(id);
  return ids.recordings.length + ids.attachments.length;
}

/**
 * Erases a subject whole from a database and the files beside it, then writes the database anew so that its file holds
 * nothing of them: for a copy that nobody else uses meanwhile, such as a backup. Killed in between, it is simply done
 * again. Returns how many rows of each kind were erased.
 */
export async function eraseFromStore(
  place: ErasurePlace,
  subject: Subject,
  act: { number: number; at: number },
): Promise<Partial<Record<HeldKind, number>>> {
  const { store } = place;
  const counts: Partial<Record<HeldKind, number>> = {};
  const touched = new Set<TableName>();
  await deleteFiles(place, subject);
  for (let at: Place | null = { step: 0, place: null }; at; ) {
    const from: Place = at;
    const part = await store.tx((db) =>
      eraseNext(db, { subject, tombstone: tombstoneOf(act.number, act.at) }, from),
    );
    if (part && part.count > 0) {
      const kind = part.isMention ? 'mentions' : kindOfTable(part.table);
      counts[kind] = (counts[kind] ?? 0) + part.count;
      touched.add(part.table);
    }
    at = part && { step: part.step, place: part.place };
    await new Promise((resolve) => setImmediate(resolve));
  }
  await store.space.clear([...touched]);
  return counts;
}

/** A copy that was made while the erasure was under way knows whom it is about. Returns whether it did. */
export async function forgetWork({ tx }: Pick<Store, 'tx'>, erasureId: string): Promise<boolean> {
  return tx(async (db) => {
    const job = await getErasureLocked(db, erasureId);
    if (!job?.work) return false;
    return updateErasure(db, job, { state: 'done', work: null, finishedAt: job.createdAt, failedAt: null });
  });
}
