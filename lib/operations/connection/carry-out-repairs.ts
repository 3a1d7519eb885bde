import type { PhoneAccount } from '@/lib/domain/connection/phone-account';
import { type Repair, repairKey, repairsOf } from '@/lib/domain/connection/repair';
import { Refusal } from '@/lib/domain/errors';
import type { Context } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { examineConnection } from './examine-connection';

export type RepairsMade = { done: Repair[]; failed: { repair: Repair; detail: string }[] };

/**
 * Sets at the provider what was shown and agreed to, and writes it into the history. What is there is read once more:
 * only what is still as it was shown is changed. @throws Refusal `conflict` when one of them is not
 */
export async function carryOutRepairs(
  context: Context,
  { repairs, account }: { repairs: readonly Repair[]; account: PhoneAccount },
): Promise<RepairsMade> {
  // A request sent again gets its first answer: what it asked for is done and would no longer be found wrong.
  await context.part(async () => undefined);
  const findings = await Promise.all(
    (['numbers', 'app'] as const).map((check) => examineConnection(context.read, account, check)),
  );
  const needed = new Map(repairsOf(findings.flat()).map((repair) => [repairKey(repair), repair]));
  const agreed = repairs.map((shown) => {
    const current = needed.get(repairKey(shown));
    if (current?.from !== shown.from || current.to !== shown.to) {
      throw new Refusal('conflict', 'the settings at the phone provider are not as they were shown');
    }
    return current;
  });
  const made: RepairsMade = { done: [], failed: [] };
  for (const repair of agreed) {
    const answer = await account.carryOut(repair);
    if (answer.told) made.done.push(repair);
    else made.failed.push({ repair, detail: answer.detail });
  }
  return context.tx(async (tx) => {
    for (const { target, sid, name, field, from, to } of made.done) {
      const label = target === 'app' ? 'appVoiceUrl' : `${field}Url`;
      await recordChange(tx, context, {
        noun: 'connection',
        nounId: name || sid,
        before: { [label]: from || null },
        after: { [label]: `POST ${to}` },
      });
    }
    return made;
  });
}
