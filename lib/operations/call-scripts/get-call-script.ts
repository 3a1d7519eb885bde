import type { CallScriptPage } from '@/lib/domain/call-scripts/call-scripts.contract';
import { mayPublishWording } from '@/lib/domain/employees/permissions';
import { type Context, signedIn } from '@/lib/operations/context';
import { readCurrentWording } from './current-wording';
import { describeWording } from './describe-wording';
import { findCallScript } from './find-call-script';

/** One call script with the words of every step. @throws Refusal `notFound` */
export async function getCallScript(
  context: Context,
  { scriptId }: { scriptId: string },
): Promise<CallScriptPage> {
  const person = signedIn(context);
  const script = findCallScript(scriptId);
  const inForce = await readCurrentWording(context.read, script);
  return {
    id: script.id,
    version: script.version,
    wording: await describeWording(context.read, inForce),
    may: { publish: mayPublishWording(person) },
  };
}
