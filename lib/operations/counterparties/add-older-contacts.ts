import { z } from 'zod';
import { getCounterpartyLocked } from '@/db/counterparties';
import { listContactsAfter } from '@/db/counterparty-contacts';
import { getSetting, updateSetting } from '@/db/settings';
import type { Context } from '@/lib/operations/context';
import { saveSearchWords } from './save-search-words';

const progressSchema = z.object({ contactId: z.string(), isDone: z.boolean() });

const key = 'contactSearchWords';
const batch = 50;

/**
 * Lets some more cards be found by the contact persons they had before these were searched for. Returns whether there may be
 * more.
 */
export async function addOlderContacts(context: Context): Promise<boolean> {
  const before = progressSchema.safeParse((await getSetting(context.read, key))?.value).data;
  if (before?.isDone) return false;
  const contacts = await listContactsAfter(context.read, before?.contactId ?? '', batch);
  await context.tx(async (tx) => {
    for (const cardId of [...new Set(contacts.map(({ counterpartyId }) => counterpartyId))].sort()) {
      const card = await getCounterpartyLocked(tx, cardId);
      if (card && card.mergedInto === null && card.erasedAt === null) await saveSearchWords(tx, card);
    }
    await updateSetting(tx, {
      key,
      value: {
        contactId: contacts.at(-1)?.id ?? before?.contactId ?? '',
        isDone: contacts.length < batch,
      },
      updatedAt: context.now(),
      updatedBy: null,
    });
  });
  return contacts.length === batch;
}
