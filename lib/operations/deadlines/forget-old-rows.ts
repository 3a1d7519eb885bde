import { deleteAccessesBefore } from '@/db/access-log';
import { deleteFeedBefore } from '@/db/feed';
import { deleteRequestsBefore } from '@/db/requests';
import { getSetting } from '@/db/settings';
import { dayMs } from '@/lib/domain/duration';
import { readRetention } from '@/lib/domain/retention/retention';
import type { Context } from '@/lib/operations/context';
import { forgetOldImports } from '@/lib/operations/imports/forget-old-imports';
import { forgetOldEvents } from '@/lib/operations/webhooks/forget-old-events';

/** Deletes what only served to repeat or resume something recent, and what was on record long enough (CS-10). */
export async function forgetOldRows(context: Context): Promise<void> {
  const { feed, requests, accessLog } = readRetention((await getSetting(context.read, 'retention'))?.value);
  const before = (days: number) => context.now() - days * dayMs;
  await context.tx(async (tx) => {
    if (feed !== null) await deleteFeedBefore(tx, before(feed));
    if (requests !== null) await deleteRequestsBefore(tx, before(requests));
    if (accessLog !== null) await deleteAccessesBefore(tx, before(accessLog));
  });
  await forgetOldImports(context);
  await forgetOldEvents(context);
}
