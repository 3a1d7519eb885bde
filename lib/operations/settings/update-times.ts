import { type CallTimes, readCallTimes } from '@/lib/domain/calls/times';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from './save-setting';

/** Calls that begin from now on use them (IN-11). @throws Refusal `forbidden` */
export async function updateTimes(context: Context, times: CallTimes): Promise<{ times: CallTimes }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    await saveSetting(tx, context, 'times', readCallTimes, times);
    return { times };
  });
}
