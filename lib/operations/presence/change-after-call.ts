import { getEmployeeForUpdate } from '@/db/employees';
import { getPresenceForUpdate, updatePresence } from '@/db/presences';
import { afterCallExtensionMs } from '@/lib/domain/employees/presence';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { moveAfterCall } from './keep-presence-span';
import { viewPresences } from './presence-view';

/**
 * The person needs more time after their call, or needs none: calls are offered to them again later or at once.
 * @throws Refusal `notPossibleNow` when their time after the call is over
 */
export async function changeAfterCall(
  context: Context,
  { change }: { change: 'extend' | 'end' },
): Promise<PresenceView> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const now = context.now();
    const employee = await getEmployeeForUpdate(tx, person.id);
    if (!employee) throw notFound('employee');
    const { afterCallUntil } = await getPresenceForUpdate(tx, employee.id, now);
    if (afterCallUntil === null || afterCallUntil <= now) {
      throw new Refusal('notPossibleNow', 'the time after the call is over');
    }
    await updatePresence(tx, employee.id, {
      afterCallUntil: change === 'end' ? null : afterCallUntil + afterCallExtensionMs,
    });
    await moveAfterCall(
      tx,
      context,
      employee.id,
      change === 'end' ? now : afterCallUntil + afterCallExtensionMs,
    );
    tell(tx, { noun: 'presence', nounId: employee.id });
    const [view] = await viewPresences(tx, [employee], now);
    return view!;
  });
}
