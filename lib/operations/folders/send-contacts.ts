import { type Context, signedIn } from '@/lib/operations/context';
import { writeDocument } from '@/lib/operations/documents/make-document';
import { refuseWithoutPost, writeLetterWithin } from '@/lib/operations/letters/write-letter';
import { folderToWorkOn, notNow, saveFolder } from './act-on-folder';

/**
 * ON-2: sends the own contacts to the client's e-mail by the template of the letter; an address that the card does not know
 * is written into it.
 * @throws Refusal `notFound`, `forbidden`, `invalid`, `notPossibleNow` when nobody took the folder, no mail server is set
 * up, or the step is signed
 */
export async function sendContacts(
  context: Context,
  input: { folderId: string; to: string },
  { hasPost }: { hasPost: boolean },
): Promise<{ folderId: string; version: number; letterId: string }> {
  const person = signedIn(context);
  refuseWithoutPost(hasPost);
  return context.tx(async (tx) => {
    const folder = await folderToWorkOn(tx, person, input.folderId);
    const { row, facts } = folder;
    if (facts.signed.has('contactsSent')) throw notNow('signedAlready');
    const asked = { kind: 'contactsLetter', projectId: null } as const;
    const { title, text } = await writeDocument(tx, context, person, folder, asked);
    const { letterId } = await writeLetterWithin(tx, context, person, {
      to: [input.to],
      subject: title,
      text,
      attachmentIds: [],
      counterpartyId: row.counterpartyId,
      appeal: { use: 'existing', id: row.appealId },
      nextReactions: [],
      keepsAddresses: true,
    });
    const { version } = await saveFolder(tx, row, { contactsLetterId: letterId });
    return { folderId: row.id, version, letterId };
  });
}
