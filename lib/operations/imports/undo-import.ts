import type { Context } from '@/lib/operations/context';
import { type Answer, changeImport, type Input } from './change-import';
import { canUndo } from './describe-imports';

/**
 * Begins to take back, from the last row to the first, what an import made and nobody changed since.
 * @throws Refusal `forbidden`, `notFound`, `notPossibleNow` when it is under way, undone already or older than 30 days
 */
export const undoImport = (context: Context, input: Input): Promise<Answer> =>
  changeImport(context, input, (job, now, personId) =>
    canUndo(job, now)
      ? {
          state: 'undoing',
          failedAt: null,
          undoneFrom: job.undoneFrom ?? job.rowCount + 2,
          undoneBy: job.undoneBy ?? personId,
        }
      : null,
  );
