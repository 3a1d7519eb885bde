import { deleteAccessesBefore } from '@/db/access-log';
import { deleteFeedBefore } from '@/db/feed';
import { deleteRequestsBefore } from '@/db/requests';
import { dayMs } from '@/lib/domain/duration';
import type { Context } from '@/lib/operations/context';
import { forgetOldImports } from '@/lib/operations/imports/forget-old-imports';

/** A console that was away for longer reads everything anew. */
const feedKeptMs = 2 * dayMs;
/** A request repeated later than this is a new one. */
const requestsKeptMs = 7 * dayMs;
/** CS-10: who saw what is on record for a year. */
const accessesKeptMs = 365 * dayMs;

/** Deletes what only served to repeat or resume something recent, and what was on record long enough. */
export async function forgetOldRows(context: Context): Promise<void> {
  const now = context.now();
  await context.tx(async (tx) => {
    await deleteFeedBefore(tx, now - feedKeptMs);
    await deleteRequestsBefore(tx, now - requestsKeptMs);
    await deleteAccessesBefore(tx, now - accessesKeptMs);
  });
  await forgetOldImports(context);
}
