import { updateAttachment } from '@/db/attachments';
import { insertChange } from '@/db/changes';
import { insertDeadline } from '@/db/deadlines';
import { restorableDays } from '@/lib/domain/attachments/attachment';
import { dayMs } from '@/lib/domain/duration';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { removableAttachment } from './visible-attachment';

/**
 * Takes a file away. Its bytes stay for as long as it can be brought back, then a deadline lets them go.
 * @throws Refusal `notFound`, `forbidden`
 */
export async function removeAttachment(
  context: Context,
  { attachmentId }: { attachmentId: string },
): Promise<{ attachmentId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const attachment = await removableAttachment(tx, person, attachmentId);
    if (attachment.removedAt !== null) return { attachmentId };
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
