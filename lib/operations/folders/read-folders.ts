import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { type DocumentRow, listDocumentsOfFolders } from '@/db/documents';
import { type FolderSignatureRow, listFolderSignatures } from '@/db/folder-signatures';
import {
  type FolderDeviationRow,
  type FolderRow,
  listFolderDeviations,
  listFolderPurchases,
} from '@/db/folders';
import { listLettersByIds } from '@/db/letters';
import { listProjects, type ProjectRow } from '@/db/projects';
import { listPurchasesByIds, type PurchaseRow } from '@/db/purchases';
import type { Db } from '@/db/store';
import { type FolderProgress, folderStateOf } from '@/lib/domain/folders/folder-state';
import type { FolderFacts } from '@/lib/domain/folders/step-rules';
import type { LetterState } from '@/lib/domain/letters/letter';

export type Product = { id: string; name: string };

/** A folder with everything that belongs to it. */
export type WholeFolder = {
  row: FolderRow;
  purchases: PurchaseRow[];
  products: Product[];
  contracts: string[];
  /** All ever given, the latest first. */
  signatures: FolderSignatureRow[];
  deviations: FolderDeviationRow[];
  documents: DocumentRow[];
  /** Products without an act of hand-over; null stands for the act of work. */
  missingActs: (Product | null)[];
  facts: FolderFacts & Pick<FolderProgress, 'isCollected' | 'isDelivered'>;
};

/** Folders with their purchases, signatures, deviations and documents, read once for all of them. */
export async function readFolders(db: Db, rows: readonly FolderRow[]): Promise<WholeFolder[]> {
  const ids = rows.map(({ id }) => id);
  const pairs = await listFolderPurchases(db, ids);
  const everPut = await listPurchasesByIds(
    db,
    pairs.map(({ purchaseId }) => purchaseId),
  );
  const purchases = everPut.filter(({ removedAt }) => removedAt === null);
  const projects = new Map((await listProjects(db)).map((project) => [project.id, project]));
  const signatures = await listFolderSignatures(db, ids);
  const deviations = await listFolderDeviations(db, ids);
  const documents = await listDocumentsOfFolders(db, ids);
  const emails = await listEmailsOfCounterparties(
    db,
    rows.map(({ counterpartyId }) => counterpartyId),
  );
  const withAddress = new Set(emails.map(({ counterpartyId }) => counterpartyId));
  const letters = await listLettersByIds(
    db,
    rows.flatMap(({ contactsLetterId }) => contactsLetterId ?? []),
  );
  const stateOfLetter = new Map(letters.map(({ id, state }) => [id, state]));
  return rows.map((row) => {
    const inFolder = new Set(
      pairs.filter(({ folderId }) => folderId === row.id).map(({ purchaseId }) => purchaseId),
    );
    const own = purchases.filter(({ id }) => inFolder.has(id));
    const of = <One extends { folderId: string | null }>(all: readonly One[]) =>
      all.filter(({ folderId }) => folderId === row.id);
    return wholeOf(row, {
      purchases: own,
      projects,
      hasAddress: withAddress.has(row.counterpartyId),
      letterState: (row.contactsLetterId !== null && stateOfLetter.get(row.contactsLetterId)) || null,
      signatures: of(signatures),
      deviations: of(deviations),
      documents: of(documents),
    });
  });
}

export async function readFolderWhole(db: Db, row: FolderRow): Promise<WholeFolder> {
  return (await readFolders(db, [row]))[0]!;
}

type Parts = Pick<WholeFolder, 'purchases' | 'signatures' | 'deviations' | 'documents'> & {
  projects: Map<string, ProjectRow>;
  hasAddress: boolean;
  letterState: LetterState | null;
};

function wholeOf(row: FolderRow, { projects, hasAddress, letterState, ...parts }: Parts): WholeFolder {
  const { purchases, signatures, deviations, documents } = parts;
  const productIds = [...new Set(purchases.flatMap(({ projectId }) => projectId ?? []))];
  const products = productIds.map((id) => ({ id, name: projects.get(id)?.name ?? '' }));
  const hasAct = (projectId: string) =>
    documents.some((document) => document.kind === 'handOverAct' && document.projectId === projectId);
  const missingActs = [
    ...products.filter(({ id }) => !hasAct(id)),
    ...(row.hasServices && documents.every(({ kind }) => kind !== 'workAct') ? [null] : []),
  ];
  return {
    row,
    ...parts,
    products,
    contracts: [...new Set(purchases.map(({ contractNumber }) => contractNumber).filter(Boolean))],
    missingActs,
    facts: {
      hasBook: productIds.some((id) => projects.get(id)?.hasBook),
      hasParts: row.hasParts,
      isTaken: row.takenAt !== null,
      signed: new Set(signatures.filter(({ reopenedAt }) => reopenedAt === null).map(({ step }) => step)),
      hasOpenDeviation: deviations.some(({ settledAt }) => settledAt === null),
      lacksSignatures: row.signaturesAskedAt !== null && row.signaturesGivenAt === null,
      hasCourierOrder: row.courierOrderedAt !== null,
      wasWelcomed: row.welcomedAt !== null,
      wereContactsSent: letterState === 'sent',
      areContactsBeingSent: letterState !== null && letterState !== 'sent' && letterState !== 'failed',
      wereContactsPrinted: documents.some(({ kind }) => kind === 'contactsLetter'),
      hasAddress,
      hasDeliveryDate: row.deliveryOn !== null,
      isKeyConfirmed: row.keyConfirmedAt !== null,
      missingActs: missingActs.length,
      isCollected: row.collectedAt !== null,
      isDelivered: row.deliveredAt !== null,
    },
  };
}

/** Without a mail server nobody is written to. */
export const factsWithPost = ({ facts }: WholeFolder, hasPost: boolean): WholeFolder['facts'] => ({
  ...facts,
  hasAddress: facts.hasAddress && hasPost,
});

export const stateOfWhole = ({ facts }: WholeFolder) => folderStateOf(facts);
