import { addressesIn } from '@/components/letters/addresses-in';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { type CounterpartyStatus, defaultCategory } from '@/lib/domain/counterparties/counterparty';

export type PhoneForm = { key: string; raw: string; extension: string };
export type ContractForm = { key: string; number: string };

/** A card as it is being typed. */
export type CardForm = {
  name: string;
  category: string;
  city: string;
  contactPerson: string;
  note: string;
  status: CounterpartyStatus;
  assignedTo: string | null;
  phones: PhoneForm[];
  contracts: ContractForm[];
  /** E-mail addresses, parted by commas or spaces. */
  emails: string;
};

export const emptyPhone = (): PhoneForm => ({ key: crypto.randomUUID(), raw: '', extension: '' });
export const emptyContract = (): ContractForm => ({ key: crypto.randomUUID(), number: '' });

export const emptyCardForm = (): CardForm => ({
  name: '',
  category: defaultCategory,
  city: '',
  contactPerson: '',
  note: '',
  status: 'prospect',
  assignedTo: null,
  phones: [{ key: 'phone 0', raw: '', extension: '' }],
  contracts: [],
  emails: '',
});

export function formOf(card: CardPage['card']): CardForm {
  return {
    name: card.name,
    category: card.category,
    city: card.city,
    contactPerson: card.contactPerson,
    note: card.note,
    status: card.status,
    assignedTo: card.assignedTo?.id ?? null,
    phones: card.phones.map(({ raw, extension }, index) => ({
      key: `phone ${index}`,
      raw,
      extension: extension ?? '',
    })),
    contracts: card.contracts.map((number, index) => ({ key: `contract ${index}`, number })),
    emails: card.emails.join(', '),
  };
}

/** The form as the API takes it: rows left empty are nothing, and only some may say whose client it is. */
export function requestOfForm(
  form: CardForm,
  { isStatusSent, version }: { isStatusSent: boolean; version?: number },
): object {
  const { status, assignedTo, phones, contracts, emails, ...fields } = form;
  return {
    ...fields,
    ...(isStatusSent ? { status, assignedTo } : {}),
    phones: phones
      .filter((phone) => phone.raw.trim() !== '')
      .map(({ raw, extension }) => ({ raw, extension })),
    contracts: contracts.map((contract) => contract.number).filter((number) => number.trim() !== ''),
    emails: addressesIn(emails),
    ...(version === undefined ? {} : { version }),
  };
}
