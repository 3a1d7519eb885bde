import { fillTemplate } from '@/lib/domain/documents/template';
import { defaultAppealType } from '@/lib/domain/reactions/reaction';
import { type Context, signedIn } from '@/lib/operations/context';
import { currentTemplate } from '@/lib/operations/documents/current-template';
import { refuseWithoutPost, writeLetterWithin } from '@/lib/operations/letters/write-letter';
import { requestOfLetter, waitForLetter } from './request-of-letter';

/**
 * SA-2: asks a satisfied client for a letter of recommendation by e-mail, from the template in force; the letter is waited for
 * then. An address that the card does not know is written into it.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` for a client who was not satisfied in this round and the last, who
 * has written one already, or without a mail server
 */
export async function requestLetter(
  context: Context,
  { roundId, to }: { roundId: string; to: string },
  { hasPost }: { hasPost: boolean },
): Promise<{ letterId: string; version: number }> {
  const person = signedIn(context);
  refuseWithoutPost(hasPost);
  return context.tx(async (tx) => {
    const { round, facts } = await requestOfLetter(tx, context, person, roundId);
    const { counterpartyId } = round;
    const { title, text } = fillTemplate(await currentTemplate(tx, 'recommendationRequest'), facts);
    const { letterId } = await writeLetterWithin(tx, context, person, {
      to: [to],
      subject: title,
      text,
      attachmentIds: [],
      counterpartyId,
      appeal: { use: 'new', topic: title, type: defaultAppealType, projectId: null, note: '' },
      nextReactions: [],
      closeAppeal: { reason: 'письмо ждём по обзвону' },
      keepsAddresses: true,
    });
    const version = await waitForLetter(tx, context, round);
    return { letterId, version };
  });
}
