import { Refusal } from '@/lib/domain/errors';
import type { Context } from '@/lib/operations/context';
import { getErasure } from './get-erasure';

/** What the act of destruction says. @throws Refusal `forbidden`, `notFound`, `notPossibleNow` before all is erased */
export async function getAct(
  context: Context,
  input: { erasureId: string },
): Promise<Awaited<ReturnType<typeof getErasure>> & { isPostgres: boolean }> {
  const found = await getErasure(context, input);
  if (found.erasure.state !== 'done') {
    throw new Refusal('notPossibleNow', 'the erasure is not done yet', {}, { reason: 'notDone' });
  }
  return { ...found, isPostgres: context.read.dialect === 'postgres' };
}
