import { insertWebhook, listWebhooks } from '@/db/webhooks';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, invalid } from '@/lib/domain/errors';
import { shownAddress, webhookLimits } from '@/lib/domain/webhooks/webhook';
import { type AddressRules, problemOfAddress } from '@/lib/domain/webhooks/webhook-address';
import type { ChosenEventKind } from '@/lib/domain/webhooks/webhook-event';
import { type Context, type Secrets, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

/**
 * Tells another program what happens from now on. The secret that signs is told this once: the same request sent again is
 * answered without it.
 * @throws Refusal `forbidden`; `invalid` for an address that is not sent to, and when there are too many
 */
export async function createWebhook(
  context: Context,
  { address, kinds }: { address: string; kinds: ChosenEventKind[] },
  rules: AddressRules,
): Promise<{ id: string; secret: string | null }> {
  const person = signedIn(context);
  if (!mayAdminister(person)) throw forbidden();
  const problem = problemOfAddress(address, rules);
  if (problem) throw invalid({ address: problem });
  const secret = newWebhookSecret(context.secrets);
  const kept = await context.tx(async (tx) => {
    if ((await listWebhooks(tx)).length >= webhookLimits.webhooks) {
      throw invalid({ address: 'webhooks.problems.tooMany' });
    }
    const id = context.newId();
    await insertWebhook(tx, {
      id,
      address,
      kinds: [...new Set(kinds)],
      secret,
      earlierSecret: null,
      earlierSecretUntil: null,
      createdAt: context.now(),
      createdBy: person.id,
      disabledAt: null,
      offReason: null,
      failingSince: null,
    });
    await recordChange(tx, context, {
      noun: 'webhooks',
      nounId: id,
      before: {},
      after: { webhookAddress: shownAddress(address), webhookKinds: kinds },
    });
    tell(tx, { noun: 'webhook', nounId: id });
    return { id, secret: null };
  });
  return { ...kept, secret };
}

/** As the Standard Webhooks specification writes it: the prefix and the key in base64. */
export const newWebhookSecret = (secrets: Secrets) => `whsec_${btoa(secrets.newSecret())}`;
