import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import type { PromiseMinutes } from '@/lib/domain/settings/promise-minutes';
import { readPromiseMinutes } from '@/lib/domain/settings/promise-minutes-schema';
import type { Versioned } from '@/lib/domain/settings/setting-version';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from './save-setting';

/** Reactions written from now on use them. @throws Refusal `forbidden`; `conflict` when they were changed meanwhile */
export async function updatePromises(
  context: Context,
  given: Versioned<PromiseMinutes>,
): Promise<{ promises: PromiseMinutes; version: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const version = await saveSetting(tx, context, 'promises', readPromiseMinutes, given);
    const { version: _, ...promises } = given;
    return { promises, version };
  });
}
