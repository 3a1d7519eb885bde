import { updateAttachment } from '@/db/attachments';
import { insertChange } from '@/db/changes';
import { withdrawDeadlines } from '@/db/deadlines';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { removableAttachment } from './visible-attachment';

/** Brings a removed file back. @throws Refusal `notFound` once its time is over, `forbidden` */
export async function restoreAttachment(
  context: Context,
  { attachmentId }: { attachmentId: string },
): Promise<{ attachmentId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const attachment = await removableAttachment(tx, person, attachmentId);
    if (attachment.removedAt === null) return { attachmentId };
    if (attachment.expiredAt !== null) throw notFound('attachment');
    const now = context.now();
    const version = attachment.version + 1;
    await updateAttachment(tx, attachment.id, { removedAt: null, removedBy: null, version });
    await withdrawDeadlines(tx, 'attachment', attachment.id, now);
    await insertChange(tx, {
      id: context.newId(),
      noun: 'counterparty',
      nounId: attachment.counterpartyId,
      at: now,
      employeeId: person.id,
      fields: { attachments: { from: null, to: attachment.name } },
    });
    tell(tx, { noun: 'counterparty', nounId: attachment.counterpartyId });
    if (attachment.appealId) tell(tx, { noun: 'appeal', nounId: attachment.appealId });
    return { attachmentId };
  });
}
