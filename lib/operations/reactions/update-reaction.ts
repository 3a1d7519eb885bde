import { getAppeal } from '@/db/appeals';
import { insertChange } from '@/db/changes';
import { getCounterpartyLocked } from '@/db/counterparties';
import { getReactionLocked, listReactionsByIds, updateReaction as saveReaction } from '@/db/reactions';
import { isHeadOf, reviewsEverything } from '@/lib/domain/employees/permissions';
import { forbidden, invalid, notFound, Refusal } from '@/lib/domain/errors';
import type { ReactionType } from '@/lib/domain/reactions/reaction';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { refuseErased } from '@/lib/operations/counterparties/refuse-erased';

type ReactionEdit = {
  reactionId: string;
  version: number;
  type?: ReactionType;
  topic?: string;
  note?: string;
};

/**
 * Corrects what was written of an act, with history: by its author, the head of the department, or who reviews everything.
 * None is made a complaint afterwards: nobody would be told of it (SA-3).
 * @throws Refusal `notFound`, `forbidden`, `conflict`, `invalid`, `notPossibleNow` of an erased card
 */
export async function updateReaction(context: Context, input: ReactionEdit): Promise<{ version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const [known] = await listReactionsByIds(tx, [input.reactionId]);
    if (!known) throw notFound('reaction');
    const appeal = await getAppeal(tx, known.appealId);
    const card = appeal && (await getCounterpartyLocked(tx, appeal.counterpartyId));
    const reaction = (await getReactionLocked(tx, known.id))!;
    const isAuthor = reaction.employeeId === person.id || person.substitutesFor.includes(reaction.employeeId);
    if (!isAuthor && !isHeadOf(person, reaction.departmentId) && !reviewsEverything(person))
      throw forbidden();
    if (card) refuseErased(card);
    if (reaction.version !== input.version)
      throw new Refusal('conflict', 'the reaction was changed meanwhile');
    if (input.type === 'complaint' && reaction.type !== 'complaint') {
      throw invalid({ type: 'reactions.errors.complaintIsRecordedAnew' });
    }
    const { type = reaction.type, topic = reaction.topic, note = reaction.note } = input;
    const wanted = { type, topic, note };
    const fields = Object.fromEntries(
      (['type', 'topic', 'note'] as const)
        .filter((field) => wanted[field] !== reaction[field])
        .map((field) => [field, { from: reaction[field], to: wanted[field] }]),
    );
    if (Object.keys(fields).length === 0) return { version: reaction.version };
    const version = reaction.version + 1;
    await saveReaction(tx, reaction.id, { ...wanted, version });
    await insertChange(tx, {
      id: context.newId(),
      noun: 'reaction',
      nounId: reaction.id,
      at: context.now(),
      employeeId: person.id,
      fields,
    });
    tell(tx, { noun: 'reaction', nounId: reaction.id }, { noun: 'appeal', nounId: reaction.appealId });
    return { version };
  });
}
