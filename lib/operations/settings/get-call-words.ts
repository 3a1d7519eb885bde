import { getSetting } from '@/db/settings';
import { type CallWords, readCallWords } from '@/lib/domain/settings/call-words';
import { type Context, signedIn } from '@/lib/operations/context';

/** What callers hear of a company that does not answer. */
export async function getCallWords(context: Context): Promise<{ words: CallWords }> {
  signedIn(context);
  return { words: readCallWords((await getSetting(context.read, 'callWords'))?.value) };
}
