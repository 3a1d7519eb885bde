import { getSetting } from '@/db/settings';
import type { PromiseMinutes } from '@/lib/domain/settings/promise-minutes';
import { readPromiseMinutes } from '@/lib/domain/settings/promise-minutes-schema';
import { type Context, signedIn } from '@/lib/operations/context';

/** Working minutes until the next reaction of each route comes due. */
export async function getPromises(context: Context): Promise<{ promises: PromiseMinutes }> {
  signedIn(context);
  return { promises: readPromiseMinutes((await getSetting(context.read, 'promises'))?.value) };
}
