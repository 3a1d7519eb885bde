import { type AttachmentRow, getAttachment, getAttachmentLocked } from '@/db/attachments';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import type { Tx } from '@/lib/operations/context';
import { visibleCard } from '@/lib/operations/counterparties/visible-card';

/** A file of a card the person may see. @throws Refusal `notFound` */
export async function visibleAttachment(db: Db, person: Person, id: string): Promise<AttachmentRow> {
  return seenBy(db, person, await getAttachment(db, id));
}

/** Who put it there may take it away, and who sees every card. */
export const mayRemoveAttachment = (person: Person, { createdBy }: Pick<AttachmentRow, 'createdBy'>) =>
  createdBy === person.id || seesEveryCard(person);

/** The same for a change, locked. @throws Refusal `notFound`, `forbidden` */
export async function removableAttachment(tx: Tx, person: Person, id: string): Promise<AttachmentRow> {
  const attachment = await seenBy(tx, person, await getAttachmentLocked(tx, id));
  if (!mayRemoveAttachment(person, attachment)) throw forbidden();
  return attachment;
}

async function seenBy(db: Db, person: Person, attachment: AttachmentRow | null): Promise<AttachmentRow> {
  if (!attachment) throw notFound('attachment');
  await visibleCard(db, person, attachment.counterpartyId);
  return attachment;
}
