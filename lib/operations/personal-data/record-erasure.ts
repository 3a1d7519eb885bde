import { insertErasureEntry } from '@/db/erasures';
import type { HeldKind } from '@/lib/domain/personal-data/held-kind';
import type { EntryKind } from '@/lib/domain/personal-data/personal-data.contract';
import type { Context, Tx } from '@/lib/operations/context';

/** Writes what was done into the log whose extract belongs to the act: kinds and counts, never whose data it was. */
export async function recordErasure(
  tx: Tx,
  context: Context,
  entry: { erasureId: string; what: EntryKind; kind?: HeldKind | null; count?: number },
): Promise<void> {
  const { erasureId, what, kind = null, count = 0 } = entry;
  await insertErasureEntry(tx, { erasureId, at: context.now(), what, kind, count });
}
