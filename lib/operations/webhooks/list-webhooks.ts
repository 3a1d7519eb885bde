import type { Db } from '@/db/store';
import { getWebhook as getRow, listWebhooks as listRows, type WebhookRow } from '@/db/webhooks';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import type { WebhookView } from '@/lib/domain/webhooks/webhooks.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';

/** The addresses that are told what happens, the oldest first. @throws Refusal `forbidden` */
export async function listWebhooks(context: Context): Promise<{ rows: WebhookView[] }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return { rows: await viewWebhooks(context.read, await listRows(context.read)) };
}

/** One of them. @throws Refusal `forbidden`, `notFound` */
export async function getWebhook(
  context: Context,
  { webhookId }: { webhookId: string },
): Promise<{ webhook: WebhookView }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  const row = await getRow(context.read, webhookId);
  if (!row) throw notFound('webhook');
  return { webhook: (await viewWebhooks(context.read, [row]))[0]! };
}

async function viewWebhooks(db: Db, rows: readonly WebhookRow[]): Promise<WebhookView[]> {
  const names = await readDirectory(db, { employees: rows.map(({ createdBy }) => createdBy) });
  return rows.map(({ secret: _, earlierSecret: __, createdBy, ...row }) => ({
    ...row,
    createdBy: names.employee(createdBy)?.name ?? null,
  }));
}
