import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import type { PromiseMinutes } from '@/lib/domain/settings/promise-minutes';
import { readPromiseMinutes } from '@/lib/domain/settings/promise-minutes-schema';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from './save-setting';

/** Reactions written from now on use them. @throws Refusal `forbidden` */
export async function updatePromises(
  context: Context,
  promises: PromiseMinutes,
): Promise<{ promises: PromiseMinutes }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    await saveSetting(tx, context, 'promises', readPromiseMinutes, promises);
    return { promises };
  });
}
