import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type CallWords, readCallWords } from '@/lib/domain/settings/call-words';
import type { Versioned } from '@/lib/domain/settings/setting-version';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from './save-setting';

/** Whatever is said from now on is said in these words. @throws Refusal `forbidden`; `conflict` when they were changed meanwhile */
export async function updateCallWords(
  context: Context,
  given: Versioned<CallWords>,
): Promise<{ words: CallWords; version: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const version = await saveSetting(tx, context, 'callWords', readCallWords, given);
    const { version: _, ...words } = given;
    return { words, version };
  });
}
