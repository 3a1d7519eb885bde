import { insertChange } from '@/db/changes';
import { getReactionLocked, updateReaction } from '@/db/reactions';
import { notFound } from '@/lib/domain/errors';
import { noteSeparator } from '@/lib/domain/reactions/record-limits';
import { type Context, type Tx, tell } from '@/lib/operations/context';

/**
 * The call's note, with which the note of its reaction ends, now reads otherwise: rewritten with history. Below what
 * somebody has written there instead meanwhile it is added.
 * @throws Refusal `notFound`
 */
export async function rewriteNote(
  tx: Tx,
  context: Context,
  { reactionId, from, to, employeeId }: { reactionId: string; from: string; to: string; employeeId: string },
): Promise<void> {
  const reaction = await getReactionLocked(tx, reactionId);
  if (!reaction) throw notFound('reaction');
  const above = from && reaction.note.endsWith(from) ? reaction.note.slice(0, -from.length) : reaction.note;
  const note = [above.trim(), to].filter(Boolean).join(noteSeparator);
  await updateReaction(tx, reaction.id, { note, version: reaction.version + 1 });
  await insertChange(tx, {
    id: context.newId(),
    noun: 'reaction',
    nounId: reaction.id,
    at: context.now(),
    employeeId,
    fields: { note: { from: reaction.note, to: note } },
  });
  tell(tx, { noun: 'reaction', nounId: reaction.id }, { noun: 'appeal', nounId: reaction.appealId });
}
