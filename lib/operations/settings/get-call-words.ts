import { type CallWords, readCallWords } from '@/lib/domain/settings/call-words';
import { type Context, signedIn } from '@/lib/operations/context';
import { readSetting } from './read-setting';

/** What callers hear of a company that does not answer. */
export async function getCallWords(context: Context): Promise<{ words: CallWords; version: number }> {
  signedIn(context);
  const { value, version } = await readSetting(context.read, 'callWords', readCallWords);
  return { words: value, version };
}
