import { deleteBlockedNumber } from '@/db/blocked-numbers';
import { mayUnblockNumbers } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from './record-change';

/** Takes calls of a number again. @throws Refusal `forbidden`, `notFound` */
export async function unblockNumber(context: Context, { e164 }: { e164: string }): Promise<{ e164: string }> {
  if (!mayUnblockNumbers(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const row = await deleteBlockedNumber(tx, e164);
    if (!row) throw notFound('blocked number');
    await recordChange(tx, context, {
      noun: 'blockedNumber',
      nounId: e164,
      before: { isBlocked: true },
      after: { isBlocked: false },
    });
    tell(tx, { noun: 'blockedNumber', nounId: e164 });
    return { e164 };
  });
}
