import type { DocumentKind } from '@/lib/domain/documents/document';
import type { CourierOrder } from './folders.contract';
import type { FolderStep } from './step';

/** What a step may be about, as it stands in a folder. */
export type SignableFolder = {
  purchases: readonly { id: string; projectId: string | null; sumKopecks: number }[];
  contractCopies: number;
  invoiceCopies: number;
  hasParts: boolean;
  hasServices: boolean;
  courier: CourierOrder | null;
  courierOrderedAt: number | null;
  welcomeCallId: string | null;
  welcomedAt: number | null;
  contactsLetterId: string | null;
  deliveryOn: string | null;
  keyConfirmedAt: number | null;
  keyConfirmedBy: string | null;
  documents: readonly { kind: DocumentKind; number: number; madeAt: number }[];
};

export type StepFacts = Readonly<Record<string, unknown>>;

/** The words of the title page; they go into a hash and are not kept beside it. */
export type SignedTitlePage = {
  salesManagerId: string;
  city: string;
  contactPerson: string;
  phone: string;
  invoiceNumber: string;
  contracts: readonly string[];
};

/** What a signature stands under: ids and figures of the folder as it was, no words and no names of the client. */
export type SignedContent = {
  folder: number;
  step: FolderStep;
  signedBy: string;
  signedAt: number;
  /** CS-9: the absent person whose folder it was, when who signed stood in for them. */
  signedFor?: string;
  /** What the step is about; signatures given before this was kept have none. */
  facts?: StepFacts;
  /** Without it nobody finds out from the hash what stood on the title page; null once the client was erased. */
  salt?: string | null;
};

/** Whether the title page is what a step is about. */
export const isAboutTitlePage = (step: FolderStep) => step === 'folderComplete' || step === 'signatures';

/** What a step is about, as it stands now; documents are those made by `at` (epoch ms). */
export function factsOfStep(step: FolderStep, folder: SignableFolder, at: number): StepFacts {
  const documents = (...kinds: DocumentKind[]) =>
    folder.documents
      .filter(({ kind, madeAt }) => kinds.includes(kind) && madeAt <= at)
      .map(({ kind, number }) => `${kind} ${number}`)
      .sort();
  const purchases = folder.purchases
    .map(({ id, projectId, sumKopecks }) => ({ id, projectId, sumKopecks }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  switch (step) {
    case 'folderComplete':
    case 'signatures': {
      const { contractCopies, invoiceCopies, hasParts, hasServices } = folder;
      return { purchases, contractCopies, invoiceCopies, hasParts, hasServices };
    }
    case 'courierCalled':
      return { courier: folder.courier, courierOrderedAt: folder.courierOrderedAt };
    case 'clientCalled':
      return folder.welcomeCallId === null
        ? { welcomeCallId: null, welcomedAt: folder.welcomedAt }
        : { welcomeCallId: folder.welcomeCallId };
    case 'contactsSent':
      return { contactsLetterId: folder.contactsLetterId, printed: documents('contactsLetter') };
    case 'deliveryReaction':
      return { deliveryOn: folder.deliveryOn };
    case 'keyAndDisc':
      return { keyConfirmedAt: folder.keyConfirmedAt, keyConfirmedBy: folder.keyConfirmedBy };
    case 'acts':
      return { acts: documents('handOverAct', 'workAct') };
    case 'box':
    case 'book':
      return { products: purchases.map(({ projectId }) => projectId) };
  }
}

/** SHA-256 of what was signed, in hexadecimal digits. */
export async function hashOfSigned(content: SignedContent, titlePage: SignedTitlePage): Promise<string> {
  const { salesManagerId, city, contactPerson, phone, invoiceNumber, contracts } = titlePage;
  const signed = inOrder({
    ...content,
    ...(content.facts !== undefined &&
      isAboutTitlePage(content.step) && {
        titlePage: { salesManagerId, city, contactPerson, phone, invoiceNumber, contracts },
      }),
  });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signed));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Whether what was signed is still what it was: neither the signature nor what the step is about has changed. Of an erased
 * client nobody can tell.
 * @param now what the step is about now; null when it may have changed since by rule
 */
export async function isStillSigned(
  { content, hash }: { content: SignedContent; hash: string },
  now: StepFacts | null,
  titlePage: SignedTitlePage,
): Promise<boolean> {
  if (content.salt === null) return true;
  if ((await hashOfSigned(content, titlePage)) !== hash) return false;
  return content.facts === undefined || now === null || inOrder(content.facts) === inOrder(now);
}

/** Keys in their own order, so that the same content has one text. */
const inOrder = (content: object) =>
  JSON.stringify(content, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
