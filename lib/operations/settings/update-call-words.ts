import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type CallWords, readCallWords } from '@/lib/domain/settings/call-words';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from './save-setting';

/** Whatever is said from now on is said in these words. @throws Refusal `forbidden` */
export async function updateCallWords(context: Context, words: CallWords): Promise<{ words: CallWords }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    await saveSetting(tx, context, 'callWords', readCallWords, words);
    return { words };
  });
}
