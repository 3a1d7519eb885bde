import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { folderCopies } from '@/lib/domain/folders/folders.contract';

/** The hand-over of a client as it is being typed. */
export type HandOverForm = {
  purchaseIds: string[];
  salesManagerId: string;
  city: string;
  contactPerson: string;
  phone: string;
  invoiceNumber: string;
  contractCopies: number | null;
  invoiceCopies: number | null;
  hasParts: boolean;
  hasServices: boolean;
  note: string;
};

/** ON-1: what the card knows already stands on the title page; everything paid for is in the folder. */
export const formOfCard = (
  { card, purchasesToHandOver }: Pick<CardPage, 'card' | 'purchasesToHandOver'>,
  personId: string,
): HandOverForm => ({
  purchaseIds: purchasesToHandOver.map(({ id }) => id),
  salesManagerId: personId,
  city: card.city,
  contactPerson: card.contactPerson,
  phone: card.phones[0]?.raw ?? '',
  invoiceNumber: '',
  contractCopies:
    folderCopies.contracts *
    Math.max(1, new Set(purchasesToHandOver.map(({ contractNumber }) => contractNumber)).size),
  invoiceCopies: folderCopies.invoices,
  hasParts: true,
  hasServices: false,
  note: '',
});
