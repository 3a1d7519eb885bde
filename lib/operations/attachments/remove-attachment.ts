import { type AttachmentRow, updateAttachment } from '@/db/attachments';
import { insertChange } from '@/db/changes';
import { insertDeadline } from '@/db/deadlines';
import { isFrozenLetter } from '@/db/pay';
import { isLetterOfRound } from '@/db/round-letters';
import { restorableDays } from '@/lib/domain/attachments/attachment';
import { dayMs } from '@/lib/domain/duration';
import { Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { removableAttachment } from './visible-attachment';

/**
 * Takes a file away. Its bytes stay for as long as it can be brought back, then a deadline lets them go.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` for a letter of recommendation by which somebody is or was paid (CO-1)
 */
export async function removeAttachment(
  context: Context,
  { attachmentId }: { attachmentId: string },
): Promise<{ attachmentId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const attachment = await removableAttachment(tx, person, attachmentId);
    if (attachment.removedAt !== null) return { attachmentId };
    await refuseLetter(tx, attachment);
    const now = context.now();
    const version = attachment.version + 1;
    await updateAttachment(tx, attachment.id, { removedAt: now, removedBy: person.id, version });
    await insertDeadline(tx, {
      id: context.newId(),
      kind: 'attachment',
      subjectId: attachment.id,
      generation: version,
      dueAt: now + restorableDays * dayMs,
    });
    await insertChange(tx, {
      id: context.newId(),
      noun: 'counterparty',
      nounId: attachment.counterpartyId,
      at: now,
      employeeId: person.id,
      fields: { attachments: { from: attachment.name, to: null } },
    });
    tell(tx, { noun: 'counterparty', nounId: attachment.counterpartyId });
    if (attachment.appealId) tell(tx, { noun: 'appeal', nounId: attachment.appealId });
    return { attachmentId };
  });
}

/** SA-2: what somebody is paid by stays where it can be read, until the letter is said not to have come. */
async function refuseLetter(tx: Tx, attachment: AttachmentRow): Promise<void> {
  const reason = (await isFrozenLetter(tx, attachment.id))
    ? 'letterOfSettledMonth'
    : (await isLetterOfRound(tx, attachment)) && 'letterOfRound';
  if (reason) {
    throw new Refusal('notPossibleNow', 'this file is a letter of recommendation', {}, { reason });
  }
}
