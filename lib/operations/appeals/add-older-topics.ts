import { z } from 'zod';
import { insertAppealWords } from '@/db/appeal-words';
import { listAppealsAfterLocked } from '@/db/appeals';
import { getSetting, updateSetting } from '@/db/settings';
import type { Context } from '@/lib/operations/context';

const progressSchema = z.object({ appealId: z.string(), isDone: z.boolean() });

const key = 'appealSearchWords';
const batch = 200;

/**
 * Lets some more appeals be found by the topics they had before these were searched for. Returns whether there may be more.
 */
export async function addOlderTopics(context: Context): Promise<boolean> {
  const before = progressSchema.safeParse((await getSetting(context.read, key))?.value).data;
  if (before?.isDone) return false;
  return context.tx(async (tx) => {
    const appeals = await listAppealsAfterLocked(tx, before?.appealId ?? '', batch);
    await insertAppealWords(tx, appeals);
    await updateSetting(tx, {
      key,
      value: { appealId: appeals.at(-1)?.id ?? before?.appealId ?? '', isDone: appeals.length < batch },
      updatedAt: context.now(),
      updatedBy: null,
    });
    return appeals.length === batch;
  });
}
