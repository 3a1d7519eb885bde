import { updateWebhook as updateRow, type WebhookRow } from '@/db/webhooks';
import { invalid } from '@/lib/domain/errors';
import { shownAddress } from '@/lib/domain/webhooks/webhook';
import { type AddressRules, problemOfAddress } from '@/lib/domain/webhooks/webhook-address';
import type { ChosenEventKind } from '@/lib/domain/webhooks/webhook-event';
import { type Context, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { changeableWebhook, refuseOthers } from './changeable-webhook';

/**
 * Changes the address, what it is told of, or switches it on or off. What waited for one that was off is sent when it is on
 * again; switching off one that went off by itself leaves it off and ends the warning.
 * @throws Refusal `forbidden`, `notFound`, `invalid` for an address that is not sent to
 */
export async function updateWebhook(
  context: Context,
  input: { webhookId: string; address?: string; kinds?: ChosenEventKind[]; isEnabled?: boolean },
  rules: AddressRules,
): Promise<{ id: string }> {
  refuseOthers(context);
  const { webhookId, address, kinds, isEnabled } = input;
  const problem = address === undefined ? null : problemOfAddress(address, rules);
  if (problem) throw invalid({ address: problem });
  return context.tx(async (tx) => {
    const before = await changeableWebhook(tx, webhookId);
    const after: WebhookRow = {
      ...before,
      ...(address !== undefined && { address, failingSince: null }),
      ...(kinds && { kinds: [...new Set(kinds)] }),
      ...(isEnabled === true && { disabledAt: null, offReason: null, failingSince: null }),
      ...(isEnabled === false && { disabledAt: before.disabledAt ?? context.now(), offReason: 'person' }),
    };
    await updateRow(tx, webhookId, after);
    await recordChange(tx, context, {
      noun: 'webhooks',
      nounId: webhookId,
      before: historyOf(before),
      after: historyOf(after),
    });
    tell(tx, { noun: 'webhook', nounId: webhookId });
    return { id: webhookId };
  });
}

const historyOf = ({ address, kinds, disabledAt, offReason }: WebhookRow) => ({
  webhookAddress: shownAddress(address),
  webhookKinds: kinds,
  isEnabled: disabledAt === null,
  offReason: offReason === 'person' ? null : offReason,
});
