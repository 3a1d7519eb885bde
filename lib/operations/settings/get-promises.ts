import type { PromiseMinutes } from '@/lib/domain/settings/promise-minutes';
import { readPromiseMinutes } from '@/lib/domain/settings/promise-minutes-schema';
import { type Context, signedIn } from '@/lib/operations/context';
import { readSetting } from './read-setting';

/** Working minutes until the next reaction of each route comes due. */
export async function getPromises(context: Context): Promise<{ promises: PromiseMinutes; version: number }> {
  signedIn(context);
  const { value, version } = await readSetting(context.read, 'promises', readPromiseMinutes);
  return { promises: value, version };
}
