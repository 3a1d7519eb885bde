import { nextNumber } from '@/db/counters';
import { insertDocument } from '@/db/documents';
import { fillTemplate } from '@/lib/domain/documents/template';
import { type Context, signedIn } from '@/lib/operations/context';
import { currentTemplate } from '@/lib/operations/documents/current-template';
import { requestOfLetter, waitForLetter } from './request-of-letter';

/**
 * SA-2: the request of a letter of recommendation as a document to hand over, of a client who may have no folder, with the next
 * number of its kind; the letter is waited for then.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` for a client who was not satisfied in this round and the last, or
 * has written one already
 */
export async function makeLetterRequest(
  context: Context,
  { roundId }: { roundId: string },
): Promise<{ documentId: string; number: number; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { round, facts } = await requestOfLetter(tx, context, person, roundId);
    const kind = 'recommendationRequest';
    const template = await currentTemplate(tx, kind);
    const number = await nextNumber(tx, `document ${kind}`);
    const documentId = context.newId();
    await insertDocument(tx, {
      ...{ id: documentId, folderId: null, counterpartyId: round.counterpartyId },
      ...{ kind, number, projectId: null, templateVersion: template.version },
      ...fillTemplate(template, { ...facts, номер: String(number) }),
      ...{ madeBy: person.id, madeAt: context.now() },
    });
    return { documentId, number, version: await waitForLetter(tx, context, round) };
  });
}
