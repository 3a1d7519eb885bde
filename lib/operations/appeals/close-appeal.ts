import { Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { closeAppealWith } from './keep-appeal-law';
import { visibleAppealLocked } from './visible-appeal';

/**
 * Closes an appeal with a reason and ends what it left open.
 * @throws Refusal `notFound`, `conflict`, `notPossibleNow` when it is closed already, others must still act on it, a complaint
 * of it is open (SA-3), or its folder is not done (ON-5)
 */
export async function closeAppeal(
  context: Context,
  input: { appealId: string; version: number; reason: string },
): Promise<{ version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const appeal = await visibleAppealLocked(tx, person, input);
    if (appeal.closedAt !== null) {
      throw new Refusal('notPossibleNow', 'the appeal is closed', {}, { reason: 'alreadyDone' });
    }
    await closeAppealWith(tx, context, person, appeal, input.reason);
    return { version: appeal.version + 1 };
  });
}
