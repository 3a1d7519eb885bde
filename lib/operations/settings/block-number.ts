import { insertBlockedNumber } from '@/db/blocked-numbers';
import { mayBlockNumbers } from '@/lib/domain/employees/permissions';
import { forbidden, invalid } from '@/lib/domain/errors';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from './record-change';

/**
 * Rejects calls of a number from now on (IN-9 c). Blocking a blocked one changes nothing.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function blockNumber(
  context: Context,
  input: { phone: string; reason: string; callId: string | null },
): Promise<{ e164: string }> {
  const person = signedIn(context);
  if (!mayBlockNumbers(person)) throw forbidden();
  const { e164 } = readPhone(input.phone);
  if (e164 === null) throw invalid({ phone: 'settings.problems.phone' });
  return context.tx(async (tx) => {
    const { reason, callId } = input;
    const row = { e164, reason, callId, blockedBy: person.id, blockedAt: context.now() };
    if (await insertBlockedNumber(tx, row)) {
      await recordChange(tx, context, {
        noun: 'blockedNumber',
        nounId: e164,
        before: { isBlocked: false },
        after: { isBlocked: true },
        reason,
      });
      tell(tx, { noun: 'blockedNumber', nounId: e164 });
    }
    return { e164 };
  });
}
