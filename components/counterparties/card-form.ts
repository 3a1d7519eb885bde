import { typedBirthday } from '@/lib/domain/counterparties/birthday';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { type CounterpartyStatus, defaultCategory } from '@/lib/domain/counterparties/counterparty';

export type CardRights = Pick<CardPage['may'], 'editStatus' | 'assign'>;

export type PhoneForm = { key: string; raw: string; extension: string };
export type EmailForm = { key: string; address: string };
export type ContactForm = {
  key: string;
  name: string;
  role: string;
  phone: string;
  phoneExtension: string;
  email: string;
  birthday: string;
};
export type OwnValueForm = { fieldId: string; value: string };
export type ContractForm = { key: string; number: string };

/** A card as it is being typed. */
export type CardForm = {
  name: string;
  category: string;
  city: string;
  contactPerson: string;
  inn: string;
  kpp: string;
  priceType: string;
  note: string;
  status: CounterpartyStatus;
  assignedTo: string | null;
  phones: PhoneForm[];
  emails: EmailForm[];
  contacts: ContactForm[];
  products: { id: string; name: string }[];
  ownFields: OwnValueForm[];
  contracts: ContractForm[];
};

export const emptyPhone = (): PhoneForm => ({ key: crypto.randomUUID(), raw: '', extension: '' });
export const emptyContract = (): ContractForm => ({ key: crypto.randomUUID(), number: '' });

export const emptyEmail = (): EmailForm => ({ key: crypto.randomUUID(), address: '' });
export const emptyContact = (): ContactForm => ({
  key: crypto.randomUUID(),
  name: '',
  role: '',
  phone: '',
  phoneExtension: '',
  email: '',
  birthday: '',
});

export const emptyCardForm = (): CardForm => ({
  name: '',
  category: defaultCategory,
  city: '',
  contactPerson: '',
  inn: '',
  kpp: '',
  priceType: '',
  note: '',
  status: 'prospect',
  assignedTo: null,
  phones: [{ key: 'phone 0', raw: '', extension: '' }],
  emails: [],
  contacts: [],
  products: [],
  ownFields: [],
  contracts: [],
});

export function formOf(card: CardPage['card']): CardForm {
  return {
    name: card.name,
    category: card.category,
    city: card.city,
    contactPerson: card.contactPerson,
    inn: card.inn,
    kpp: card.kpp,
    priceType: card.priceType,
    note: card.note,
    status: card.status,
    assignedTo: card.assignedTo?.id ?? null,
    phones: card.phones.map(({ raw, extension }, index) => ({
      key: `phone ${index}`,
      raw,
      extension: extension ?? '',
    })),
    emails: card.emails.map((address, index) => ({ key: `email ${index}`, address })),
    contacts: card.contacts.map(({ name, role, phone, email, birthday }, index) => ({
      key: `contact ${index}`,
      name,
      role,
      phone: phone?.raw ?? '',
      phoneExtension: phone?.extension ?? '',
      email,
      birthday: typedBirthday(birthday),
    })),
    products: card.products,
    ownFields: card.ownFields
      .filter(({ value }) => value !== '')
      .map(({ id, value }) => ({ fieldId: id, value })),
    contracts: card.contracts.map((number, index) => ({ key: `contract ${index}`, number })),
  };
}

/** What is refused is named by its place in the list, so rows left empty go before anything is sent. */
export const withoutEmptyRows = (form: CardForm): CardForm => ({
  ...form,
  phones: form.phones.filter((phone) => phone.raw.trim() !== ''),
  emails: form.emails.filter((email) => email.address.trim() !== ''),
  contacts: form.contacts.filter(({ key: _, ...contact }) =>
    Object.values(contact).some((value) => value.trim() !== ''),
  ),
  contracts: form.contracts.filter((contract) => contract.number.trim() !== ''),
});

/** The form as the API takes it; only some may say that it is a client's, and fewer whose. */
export function requestOfForm(
  form: CardForm,
  { may, version }: { may: CardRights; version?: number },
): object {
  const { status, assignedTo, phones, emails, contacts, products, ownFields, contracts, ...fields } =
    withoutEmptyRows(form);
  return {
    ...fields,
    ...(may.editStatus ? { status } : {}),
    ...(may.assign ? { assignedTo } : {}),
    phones: phones.map(({ raw, extension }) => ({ raw, extension })),
    emails: emails.map((email) => email.address),
    contacts: contacts.map(({ key: _, ...contact }) => contact),
    products: products.map((product) => product.id),
    ownFields: Object.fromEntries(ownFields.map(({ fieldId, value }) => [fieldId, value])),
    contracts: contracts.map((contract) => contract.number),
    ...(version === undefined ? {} : { version }),
  };
}
