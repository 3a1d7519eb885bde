import { getSetting } from '@/db/settings';
import { type CallTimes, readCallTimes } from '@/lib/domain/calls/times';
import { type Context, signedIn } from '@/lib/operations/context';

/** The times of a call (IN-11). */
export async function getTimes(context: Context): Promise<{ times: CallTimes }> {
  signedIn(context);
  return { times: readCallTimes((await getSetting(context.read, 'times'))?.value) };
}
