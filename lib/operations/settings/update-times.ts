import { type CallTimes, readCallTimes } from '@/lib/domain/calls/times';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import type { Versioned } from '@/lib/domain/settings/setting-version';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from './save-setting';

/** Calls that begin from now on use them (IN-11). @throws Refusal `forbidden`; `conflict` when they were changed meanwhile */
export async function updateTimes(
  context: Context,
  given: Versioned<CallTimes>,
): Promise<{ times: CallTimes; version: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const version = await saveSetting(tx, context, 'times', readCallTimes, given);
    const { version: _, ...times } = given;
    return { times, version };
  });
}
