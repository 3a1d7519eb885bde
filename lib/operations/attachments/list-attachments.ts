import { type AttachmentRow, listAttachments as listRows } from '@/db/attachments';
import type { Db } from '@/db/store';
import type { AttachmentView } from '@/lib/domain/attachments/attachments.contract';
import type { Person } from '@/lib/domain/employees/employee';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { visibleCard } from '@/lib/operations/counterparties/visible-card';
import { shortNames } from '@/lib/operations/employees/short-names';
import { mayRemoveAttachment } from './visible-attachment';

type Input = { counterpartyId: string; appealId?: string; after?: string; limit: number };

/**
 * The files of a card with those of its appeals, or those of one of them, newest first.
 * @throws Refusal `notFound`, also for a card the person may not see
 */
export async function listAttachments(context: Context, input: Input): Promise<Page<AttachmentView>> {
  const person = signedIn(context);
  const card = await visibleCard(context.read, person, input.counterpartyId);
  const page = await readAttachments(context.read, person, { ...input, counterpartyId: card.id });
  context.saw({
    kind: 'attachments',
    subjectId: input.appealId ?? card.id,
    counterpartyId: card.id,
    rowCount: page.rows.length,
    afterId: afterIdOf(input.after),
  });
  return page;
}

/** The same of a card that the person is known to see. */
export async function readAttachments(db: Db, person: Person, input: Input): Promise<Page<AttachmentView>> {
  const { counterpartyId, appealId, limit } = input;
  const found = await listRows(db, {
    of: appealId ? { appealId } : { counterpartyId },
    after: readPlace(input.after, timeCursor),
    limit: limit + 1,
  });
  const page = toPage(found, limit, (last) => cursorOf(last.createdAt, last.id));
  const own = page.rows.filter((row) => row.counterpartyId === counterpartyId);
  return { rows: await describeAttachments(db, person, own), next: page.next };
}

/** Files as screens show them to this person. */
export async function describeAttachments(
  db: Db,
  person: Person,
  rows: readonly AttachmentRow[],
): Promise<AttachmentView[]> {
  const names = await shortNames(
    db,
    rows.map((row) => row.createdBy),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    byteLength: row.byteLength,
    appealId: row.appealId,
    createdAt: row.createdAt,
    createdBy: names.has(row.createdBy) ? { id: row.createdBy, name: names.get(row.createdBy)! } : null,
    may: { remove: mayRemoveAttachment(person, row) },
  }));
}
