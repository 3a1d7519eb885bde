import { getErasureLocked, updateErasure } from '@/db/erasures';
import { mayHandlePersonalData } from '@/lib/domain/employees/permissions';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';

/**
 * Has the database written anew at once instead of at night; calls wait meanwhile.
 * @throws Refusal `forbidden`, `notFound`, `notPossibleNow` when nothing waits for the night
 */
export async function finishErasure(context: Context, { erasureId }: { erasureId: string }): Promise<null> {
  if (!mayHandlePersonalData(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const job = await getErasureLocked(tx, erasureId);
    if (!job) throw notFound('erasure');
    if (job.state !== 'clearing') throw new Refusal('notPossibleNow', 'nothing is to be cleared');
    await updateErasure(tx, job, { hurriedAt: context.now(), failedAt: null });
    tell(tx, { noun: 'erasure', nounId: erasureId });
    return null;
  });
}
