import type { CardPage } from '@/lib/domain/counterparties/card-page';
import type { Person } from '@/lib/domain/employees/employee';
import { copiesOfContracts, folderCopies } from '@/lib/domain/folders/folders.contract';
import type { CodeLengthOf } from '@/lib/domain/phones/area-code-lengths';
import { formatPhone } from '@/lib/domain/phones/format-phone';

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

export type HandingOver = Pick<Person, 'id' | 'departmentKind'>;

type Offer = Pick<CardPage, 'card' | 'purchasesToHandOver'>;

/**
 * ON-1: what the card knows already stands on the title page; everything paid for is in the folder. Who sells is the sales
 * manager, anybody else names them.
 */
export const formOfCard = (
  { card, purchasesToHandOver }: Offer,
  person: HandingOver,
  codeLengthOf: CodeLengthOf,
): HandOverForm => ({
  purchaseIds: purchasesToHandOver.map(({ id }) => id),
  salesManagerId: person.departmentKind === 'sales' ? person.id : '',
  city: card.city,
  contactPerson: card.contactPerson,
  phone: phoneOnPaper(card.phones, codeLengthOf),
  invoiceNumber: '',
  contractCopies: copiesOfContracts(purchasesToHandOver.map(({ contractNumber }) => contractNumber)),
  invoiceCopies: folderCopies.invoices,
  hasParts: true,
  hasServices: false,
  note: '',
});

/** The first number of the card that can be dialled, in full; the paper is Russian in every language of the screen. */
function phoneOnPaper(phones: Offer['card']['phones'], codeLengthOf: CodeLengthOf): string {
  for (const { e164, extension } of phones)
    if (e164) return formatPhone({ e164, extension }, { codeLengthOf });
  return phones[0]?.raw ?? '';
}

/** How many copies of contracts the chosen purchases need. */
export const copiesNeeded = (
  { purchasesToHandOver }: Pick<Offer, 'purchasesToHandOver'>,
  purchaseIds: readonly string[],
) =>
  copiesOfContracts(
    purchasesToHandOver
      .filter(({ id }) => purchaseIds.includes(id))
      .map(({ contractNumber }) => contractNumber),
  );

/** The form with other purchases; the copies follow. */
export function withPurchases(
  form: HandOverForm,
  offer: Pick<Offer, 'purchasesToHandOver'>,
  purchaseIds: string[],
): HandOverForm {
  return { ...form, purchaseIds, contractCopies: copiesNeeded(offer, purchaseIds) };
}

/** The form as it was kept, without purchases that are no longer on offer. */
export function stillOnOffer(
  form: HandOverForm,
  { purchasesToHandOver }: Pick<Offer, 'purchasesToHandOver'>,
): HandOverForm {
  const offered = new Set(purchasesToHandOver.map(({ id }) => id));
  const purchaseIds = form.purchaseIds.filter((id) => offered.has(id));
  return purchaseIds.length === form.purchaseIds.length ? form : { ...form, purchaseIds };
}
