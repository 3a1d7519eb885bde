import type { ImportRow } from '@/db/imports';
import type { Db } from '@/db/store';
import { type ImportView, undoneWithinMs } from '@/lib/domain/imports/imports.contract';
import { shortNames } from '@/lib/operations/employees/short-names';

/** An undoing that failed half way is not an import that goes on. */
const isBeingUndone = ({ undoneFrom }: Pick<ImportRow, 'undoneFrom'>) => undoneFrom !== null;

/** Taken back can be what was done or stopped, for a while, unless it was imported before its rows were kept. */
export const canUndo = (job: ImportRow, now: number) =>
  (job.state === 'stopped' || (job.state === 'done' && job.endedAt !== null)) &&
  now - job.createdAt <= undoneWithinMs;

/** One that was stopped and is not being undone. */
export const canResume = (job: ImportRow) => job.state === 'stopped' && !isBeingUndone(job);

/** With the names of our people and what may be done about each at `now` (epoch ms). */
export async function describeImports(
  db: Db,
  rows: readonly ImportRow[],
  now: number,
): Promise<ImportView[]> {
  const names = await shortNames(
    db,
    rows.flatMap(({ employeeId, undoneBy }) => [employeeId, ...(undoneBy ? [undoneBy] : [])]),
  );
  const named = (id: string | null) => (id ? { id, name: names.get(id) ?? '' } : null);
  return rows.map((job) => ({
    id: job.id,
    kind: job.kind,
    state: job.state,
    fileName: job.fileName,
    employee: named(job.employeeId),
    titles: job.titles,
    rowCount: job.rowCount,
    doneCount: job.doneCount,
    createdCount: job.createdCount,
    updatedCount: job.updatedCount,
    errorCount: job.errorCount,
    createdAt: job.createdAt,
    endedAt: job.endedAt,
    failedAt: job.failedAt,
    undoneAt: job.undoneAt,
    undoneBy: named(job.undoneBy),
    undoneCount: job.undoneCount,
    keptCount: job.keptCount,
    may: { stop: job.state === 'running', resume: canResume(job), undo: canUndo(job, now) },
  }));
}
