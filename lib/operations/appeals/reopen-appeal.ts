import { invalid, Refusal } from '@/lib/domain/errors';
import type { NextReactionToWrite } from '@/lib/domain/reactions/records';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { writeNextReactions } from '@/lib/operations/reactions/write-next-reactions';
import { reopenWithin } from './reopen-within';
import { visibleAppealLocked } from './visible-appeal';

/**
 * Opens a closed appeal again; an open one has a next reaction, so at least one is given.
 * @throws Refusal `notFound`, `conflict`, `invalid`, `notPossibleNow` when it is open
 */
export async function reopenAppeal(
  context: Context,
  input: { appealId: string; version: number; reason: string; nextReactions: NextReactionToWrite[] },
): Promise<{ version: number }> {
  const person = signedIn(context);
  if (input.nextReactions.length === 0)
    throw invalid({ nextReactions: 'reactions.errors.nextReactionNeeded' });
  return context.tx(async (tx) => {
    const appeal = await visibleAppealLocked(tx, person, input);
    if (appeal.closedAt === null) {
      throw new Refusal('notPossibleNow', 'the appeal is open', {}, { reason: 'alreadyDone' });
    }
    const { reason } = input;
    const { version } = await reopenWithin(tx, context, appeal, { employeeId: person.id, reason });
    const leftBy = {
      kind: 'act' as const,
      appealId: appeal.id,
      counterpartyId: appeal.counterpartyId,
      reactionId: null,
      callId: null,
      topic: appeal.topic,
      createdBy: person.id,
    };
    await writeNextReactions(tx, context, leftBy, input.nextReactions);
    tell(tx, { noun: 'appeal', nounId: appeal.id });
    return { version };
  });
}
