import { getCounterparty } from '@/db/counterparties';
import { listLettersOf } from '@/db/round-letters';
import { getLastVerdict, updateRound } from '@/db/rounds';
import { fillTemplate } from '@/lib/domain/documents/template';
import { Refusal } from '@/lib/domain/errors';
import { defaultAppealType } from '@/lib/domain/reactions/reaction';
import { type Context, signedIn } from '@/lib/operations/context';
import { todayInClientDepartment } from '@/lib/operations/departments/client-department';
import { currentTemplate } from '@/lib/operations/documents/current-template';
import { factsOfCard } from '@/lib/operations/documents/facts-of-card';
import { refuseWithoutPost, writeLetterWithin } from '@/lib/operations/letters/write-letter';
import { askForLetter } from './ask-for-letter';
import { tellRound } from './end-round';
import { roundOfOwnClient } from './settleable-round';

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
    const round = await roundOfOwnClient(tx, person, roundId);
    const { counterpartyId } = round;
    const last = await getLastVerdict(tx, counterpartyId);
    if (round.state !== 'satisfied' || last !== 'satisfied') throw notNow('notSatisfied');
    const letters = await listLettersOf(tx, counterpartyId);
    if (letters.some(({ letterState }) => letterState === 'received')) throw notNow('alreadyReceived');
    const card = (await getCounterparty(tx, counterpartyId))!;
    const today = await todayInClientDepartment(tx, context.now());
    const facts = await factsOfCard(tx, card, { today, employeeId: round.managerId });
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
    const version = round.version + 1;
    const asked = round.letterState === 'asked' ? {} : await askForLetter(tx, context, round);
    await updateRound(tx, round.id, { managerId: round.managerId, ...asked, version });
    tellRound(tx, round);
    return { letterId, version };
  });
}

const notNow = (reason: string) => new Refusal('notPossibleNow', 'no letter is asked for', {}, { reason });
