import { getWording as getPublishedWording } from '@/db/call-scripts';
import type { WordingWithWords } from '@/lib/domain/call-scripts/call-scripts.contract';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { readCurrentWording } from './current-wording';
import { describeWording } from './describe-wording';
import { findCallScript } from './find-call-script';

/** One version of the words, published or the one the script came with. @throws Refusal `notFound` */
export async function getWording(
  context: Context,
  { scriptId, wordingVersion }: { scriptId: string; wordingVersion: number },
): Promise<WordingWithWords> {
  signedIn(context);
  const inForce = await readCurrentWording(context.read, findCallScript(scriptId));
  const wanted =
    inForce.version === wordingVersion
      ? inForce
      : await getPublishedWording(context.read, scriptId, wordingVersion);
  if (!wanted) throw notFound('wording');
  return describeWording(context.read, wanted);
}
