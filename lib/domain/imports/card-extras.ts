import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { normaliseName } from '@/lib/domain/counterparties/name';

/** What a file tells of a counterparty beside what leads to its card; empty, null or an empty list for nothing. */
export type CardExtras<Phone> = {
  kpp: string;
  priceType: string;
  assignedTo: string | null;
  emails: readonly string[];
  /** Ids of projects. */
  products: readonly string[];
  contact: { name: string; birthday: string; phone: Phone | null } | null;
  /** Values by the ids of own fields. */
  ownValues: ReadonlyMap<string, string>;
};

/** What a card has of it. */
export type KnownExtras = {
  kpp: string;
  priceType: string;
  assignedTo: string | null;
  emails: readonly string[];
  products: readonly string[];
  contacts: readonly { id: string; name: string; birthday: string; hasPhone: boolean }[];
  ownValues: ReadonlyMap<string, string>;
};

/** `contactId` is the contact person of the card who is completed; null for one whom the card does not have. */
export type MissingExtras<Phone> = CardExtras<Phone> & { contactId: string | null };

/** Of what is told only what the card does not have: nothing that it has is ever replaced. */
export function missingExtras<Phone>(told: CardExtras<Phone>, known: KnownExtras): MissingExtras<Phone> {
  const knownEmails = new Set(known.emails.map((address) => address.toLowerCase()));
  const same =
    told.contact &&
    known.contacts.find(({ name }) => normaliseName(name) === normaliseName(told.contact!.name));
  const contact = told.contact && {
    name: told.contact.name,
    birthday: same?.birthday ? '' : told.contact.birthday,
    phone: same?.hasPhone ? null : told.contact.phone,
  };
  return {
    kpp: known.kpp ? '' : told.kpp,
    priceType: known.priceType ? '' : told.priceType,
    assignedTo: known.assignedTo ? null : told.assignedTo,
    emails: told.emails
      .filter((address) => !knownEmails.has(address.toLowerCase()))
      .slice(0, Math.max(0, cardLimits.emails - known.emails.length)),
    products: told.products.filter((id) => !known.products.includes(id)),
    contact: contact && (contact.birthday || contact.phone) ? contact : null,
    contactId: same?.id ?? null,
    ownValues: new Map([...told.ownValues].filter(([id]) => !known.ownValues.get(id))),
  };
}

/** There is nothing here to add to a card. */
export const isNothing = ({
  kpp,
  priceType,
  assignedTo,
  emails,
  products,
  contact,
  ownValues,
}: CardExtras<unknown>) =>
  !kpp &&
  !priceType &&
  !assignedTo &&
  !contact &&
  emails.length === 0 &&
  products.length === 0 &&
  ownValues.size === 0;
