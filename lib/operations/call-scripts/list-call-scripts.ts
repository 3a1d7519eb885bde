import type { callScriptContracts } from '@/lib/domain/call-scripts/call-scripts.contract';
import { callScripts } from '@/lib/domain/call-scripts/catalog';
import type { AnswerOf } from '@/lib/domain/contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { readCurrentWording } from './current-wording';
import { describeWordings } from './describe-wording';
import { findCallScript } from './find-call-script';

/** Every call script in its newest version, with the words in force. */
export async function listCallScripts(
  context: Context,
): Promise<AnswerOf<(typeof callScriptContracts)['list']>> {
  signedIn(context);
  const newest = [...new Set(callScripts.map(({ id }) => id))].map(findCallScript);
  const inForce = await Promise.all(newest.map((script) => readCurrentWording(context.read, script)));
  const wordings = await describeWordings(context.read, inForce);
  return { rows: newest.map(({ id, version }, at) => ({ id, version, wording: wordings[at]! })) };
}
