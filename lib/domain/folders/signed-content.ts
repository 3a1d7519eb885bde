import type { FolderStep } from './step';

/** What a signature stands under: ids and figures of the folder as it was, no words and no names of the client. */
export type SignedContent = {
  folder: number;
  step: FolderStep;
  signedBy: string;
  signedAt: number;
  purchases: readonly string[];
  contractCopies: number;
  invoiceCopies: number;
  hasParts: boolean;
  hasServices: boolean;
  courierOrderedAt: number | null;
  welcomeCallId: string | null;
  contactsLetterId: string | null;
  deliveryOn: string | null;
  keyConfirmedAt: number | null;
  documents: readonly { kind: string; number: number }[];
};

/** SHA-256 of what was signed, in hexadecimal digits; keys stand in their own order, so that the same content has one hash. */
export async function hashOfSigned(content: SignedContent): Promise<string> {
  const sorted = JSON.stringify(content, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sorted));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
