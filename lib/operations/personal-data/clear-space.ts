import { type ErasureRow, updateErasure } from '@/db/erasures';
import { stepCount } from '@/db/personal-data/erase-next';
import type { TableName } from '@/db/personal-data/held/held';
import { decodeWork } from '@/lib/domain/personal-data/erasure-work';
import { partsOfNames, spellingsOf } from '@/lib/domain/personal-data/needles';
import { StillFound } from '@/lib/domain/personal-data/still-found';
import { appendAudit } from '@/lib/operations/audit/append-audit';
import { type Context, tell } from '@/lib/operations/context';
import { deleteFiles } from './erase-from-store';
import { recordErasure } from './record-erasure';
import type { ErasingParts } from './work-on-erasures';

/** Calls wait no longer than this outside quiet hours. */
const longestWaitSeconds = 1;

/**
 * The rows are gone: leaves nothing of them in the files. What is written anew keeps writers waiting, so a large database is
 * written anew at a quiet time, or when a person says so; until then the erasure stands as being cleared. The
 * copies, each of which is written anew, come last: a search that finds something is repeated without them.
 */
export async function clearSpace(context: Context, job: ErasureRow, parts: ErasingParts): Promise<void> {
  const { subject, touched } = decodeWork(job.work!);
  const tables = [...touched, 'requests', 'erasures'] as TableName[];
  const isSearched = job.step > stepCount;
  if (isSearched && !(await mayClear(job, parts, tables))) return;
  const texts = spellingsOf(subject.needles);
  if (!isSearched) await deleteFiles(parts, subject);
  if (!isSearched) await parts.space.checkpoint();
  let found = await parts.searchFiles([...texts, ...partsOfNames(subject.needles)]);
  const mustClear = isSearched || context.read.dialect === 'postgres' || found.length > 0;
  if (mustClear) {
    if (!(await mayClear(job, parts, tables))) return waitForQuiet(context, job);
    await parts.space.clear(tables);
    found = await parts.searchFiles(texts);
  }
  if (found.length > 0) throw new StillFound(found);
  const act = { id: job.id, number: job.number, at: job.createdAt };
  const copies = (await parts.eraseFromCopies?.(subject, act)) ?? 0;
  await context.part(async (tx) => {
    const done = {
      state: 'done',
      work: null,
      finishedAt: context.now(),
      failedAt: null,
      failures: 0,
      foundIn: null,
    } as const;
    if (!(await updateErasure(tx, job, done))) return;
    if (copies > 0)
      await recordErasure(tx, context, { erasureId: job.id, what: 'copiesErased', count: copies });
    if (mustClear) await recordErasure(tx, context, { erasureId: job.id, what: 'spaceCleared' });
    await recordErasure(tx, context, { erasureId: job.id, what: 'filesSearched', count: 0 });
    await recordErasure(tx, context, { erasureId: job.id, what: 'done' });
    appendAudit(tx, context, { kind: 'erased', subject: 'erasure', subjectId: job.id });
    tell(tx, { noun: 'erasure', nounId: job.id });
  });
  await parts.space.checkpoint();
}

async function mayClear(
  { hurriedAt }: ErasureRow,
  parts: ErasingParts,
  tables: TableName[],
): Promise<boolean> {
  if (hurriedAt !== null || parts.isQuiet()) return true;
  return (await parts.space.clearSeconds(tables)) <= longestWaitSeconds;
}

async function waitForQuiet(context: Context, job: ErasureRow): Promise<void> {
  await context.part(async (tx) => {
    if (!(await updateErasure(tx, job, { step: job.step + 1 }))) return;
    tell(tx, { noun: 'erasure', nounId: job.id });
  });
}
