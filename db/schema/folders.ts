import { sql } from 'drizzle-orm';
import type { DocumentKind } from '@/lib/domain/documents/document';
import type { FolderState } from '@/lib/domain/folders/folder-state';
import type { CourierOrder } from '@/lib/domain/folders/folders.contract';
import type { SignedContent } from '@/lib/domain/folders/signed-content';
import type { FolderStep } from '@/lib/domain/folders/step';
import type { Kit } from './kit';

export function defineFolders(k: Kit) {
  const folders = k.table(
    'folders',
    {
      id: k.text('id').primaryKey(),
      number: k.integer('number').notNull(),
      counterpartyId: k.text('counterparty_id').notNull(),
      appealId: k.text('appeal_id').notNull(),
      /** Derived from everything below and the signatures, for the board. */
      state: k.text('state').$type<FolderState>().notNull(),
      salesManagerId: k.text('sales_manager_id').notNull(),
      handedOverBy: k.text('handed_over_by').notNull(),
      handedOverAt: k.time('handed_over_at').notNull(),
      /** The title page as it was handed over. */
      city: k.text('city').notNull(),
      contactPerson: k.text('contact_person').notNull(),
      phone: k.text('phone').notNull(),
      invoiceNumber: k.text('invoice_number').notNull(),
      contractCopies: k.integer('contract_copies').notNull(),
      invoiceCopies: k.integer('invoice_copies').notNull(),
      hasParts: k.flag('has_parts').notNull(),
      hasServices: k.flag('has_services').notNull(),
      note: k.text('note').notNull(),
      takenBy: k.text('taken_by'),
      takenAt: k.time('taken_at'),
      /** The next reaction that stands for the work on the folder itself. */
      workNextReactionId: k.text('work_next_reaction_id').notNull(),
      /** ON-2: signatures were missing, and the head gave them. */
      signaturesAskedAt: k.time('signatures_asked_at'),
      signaturesNextReactionId: k.text('signatures_next_reaction_id'),
      signaturesGivenAt: k.time('signatures_given_at'),
      signaturesGivenBy: k.text('signatures_given_by'),
      courier: k.json<CourierOrder>('courier'),
      courierOrderedAt: k.time('courier_ordered_at'),
      courierOrderedBy: k.text('courier_ordered_by'),
      keyNextReactionId: k.text('key_next_reaction_id'),
      keyConfirmedAt: k.time('key_confirmed_at'),
      keyConfirmedBy: k.text('key_confirmed_by'),
      welcomeCallId: k.text('welcome_call_id'),
      welcomedAt: k.time('welcomed_at'),
      /** Why the client was welcomed outside the product. */
      welcomeNote: k.text('welcome_note'),
      contactsLetterId: k.text('contacts_letter_id'),
      /** `YYYY-MM-DD`. */
      deliveryOn: k.text('delivery_on'),
      deliveryNextReactionId: k.text('delivery_next_reaction_id'),
      collectedAt: k.time('collected_at'),
      collectedBy: k.text('collected_by'),
      deliveredAt: k.time('delivered_at'),
      deliveredBy: k.text('delivered_by'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.uniqueIndex('folders_number').on(t.number),
      k.index('folders_newest').on(t.handedOverAt, t.id),
      k.index('folders_open').on(t.handedOverAt, t.id).where(sql`state <> 'done'`),
      k
        .index('folders_open_sales_manager')
        .on(t.salesManagerId, t.handedOverAt, t.id)
        .where(sql`state <> 'done'`),
      k
        .index('folders_open_handed_over_by')
        .on(t.handedOverBy, t.handedOverAt, t.id)
        .where(sql`state <> 'done'`),
      k.index('folders_open_taken_by').on(t.takenBy, t.handedOverAt, t.id).where(sql`state <> 'done'`),
      k.index('folders_state').on(t.state, t.handedOverAt, t.id),
      k.index('folders_counterparty').on(t.counterpartyId, t.handedOverAt, t.id),
      k.index('folders_sales_manager').on(t.salesManagerId, t.handedOverAt, t.id),
      k.index('folders_handed_over_by').on(t.handedOverBy, t.handedOverAt, t.id),
      k.index('folders_taken_by').on(t.takenBy, t.handedOverAt, t.id),
    ],
  );

  const folderPurchases = k.table(
    'folder_purchases',
    {
      folderId: k.text('folder_id').notNull(),
      purchaseId: k.text('purchase_id').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.folderId, t.purchaseId] }),
      k.uniqueIndex('folder_purchases_purchase').on(t.purchaseId),
    ],
  );

  const folderSignatures = k.table(
    'folder_signatures',
    {
      id: k.text('id').primaryKey(),
      folderId: k.text('folder_id').notNull(),
      step: k.text('step').$type<FolderStep>().notNull(),
      signedBy: k.text('signed_by').notNull(),
      /** Surname and initials as they were. */
      signedAs: k.text('signed_as').notNull(),
      signedAt: k.time('signed_at').notNull(),
      content: k.json<SignedContent>('content').notNull(),
      hash: k.text('hash').notNull(),
      reopenedAt: k.time('reopened_at'),
      reopenedBy: k.text('reopened_by'),
      reopenReason: k.text('reopen_reason'),
    },
    (t) => [
      k.index('folder_signatures_folder').on(t.folderId, t.signedAt),
      k.uniqueIndex('folder_signatures_once').on(t.folderId, t.step).where(sql`reopened_at is null`),
    ],
  );

  const folderDeviations = k.table(
    'folder_deviations',
    {
      id: k.text('id').primaryKey(),
      folderId: k.text('folder_id').notNull(),
      text: k.text('text').notNull(),
      reportedBy: k.text('reported_by').notNull(),
      reportedAt: k.time('reported_at').notNull(),
      nextReactionIds: k.json<string[]>('next_reaction_ids').notNull(),
      settledAt: k.time('settled_at'),
      settledBy: k.text('settled_by'),
      settlement: k.text('settlement').notNull(),
    },
    (t) => [k.index('folder_deviations_folder').on(t.folderId, t.reportedAt)],
  );

  const documents = k.table(
    'documents',
    {
      id: k.text('id').primaryKey(),
      /** Null: made for a client apart from any folder. */
      folderId: k.text('folder_id'),
      counterpartyId: k.text('counterparty_id').notNull(),
      kind: k.text('kind').$type<DocumentKind>().notNull(),
      /** Consecutive within its kind. */
      number: k.integer('number').notNull(),
      projectId: k.text('project_id'),
      templateVersion: k.integer('template_version').notNull(),
      title: k.text('title').notNull(),
      text: k.text('text').notNull(),
      madeBy: k.text('made_by').notNull(),
      madeAt: k.time('made_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('documents_number').on(t.kind, t.number),
      k.index('documents_folder').on(t.folderId, t.madeAt),
      k.index('documents_counterparty').on(t.counterpartyId, t.madeAt, t.id),
    ],
  );

  const documentTemplates = k.table(
    'document_templates',
    {
      kind: k.text('kind').$type<DocumentKind>().notNull(),
      version: k.integer('version').notNull(),
      title: k.text('title').notNull(),
      text: k.text('text').notNull(),
      note: k.text('note').notNull(),
      publishedBy: k.text('published_by').notNull(),
      publishedAt: k.time('published_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.kind, t.version] })],
  );

  return { folders, folderPurchases, folderSignatures, folderDeviations, documents, documentTemplates };
}
