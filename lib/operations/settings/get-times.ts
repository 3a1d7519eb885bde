import { type CallTimes, readCallTimes } from '@/lib/domain/calls/times';
import { type Context, signedIn } from '@/lib/operations/context';
import { readSetting } from './read-setting';

/** The times of a call (IN-11). */
export async function getTimes(context: Context): Promise<{ times: CallTimes; version: number }> {
  signedIn(context);
  const { value, version } = await readSetting(context.read, 'times', readCallTimes);
  return { times: value, version };
}
