import { ownFieldKey } from '@/lib/domain/counterparties/own-field';
import type { CardForm } from './card-form';

/** What the words of a card that others changed are made with. */
export type CardVocabulary = {
  status: (status: CardForm['status']) => string;
  /** Whose client the card is now. */
  assignedTo: string;
  ownField: (key: string, value: string) => string;
};

/** What others wrote into a field of a card, in words; empty when they emptied it. */
export function contestedText(
  name: keyof CardForm,
  form: Pick<CardForm, typeof name>,
  words: CardVocabulary,
): string {
  const { status, phones, emails, contacts, products, ownFields, contracts } = form as CardForm;
  switch (name) {
    case 'status':
      return words.status(status);
    case 'assignedTo':
      return words.assignedTo;
    case 'phones':
      return phones.map(({ raw, extension }) => inOne([raw, extension])).join(', ');
    case 'emails':
      return emails.map(({ address }) => address).join(', ');
    case 'contacts':
      return contacts.map(({ key: _, ...contact }) => inOne(Object.values(contact))).join('\n');
    case 'products':
      return products.map((product) => product.name).join(', ');
    case 'ownFields':
      return ownFields.map(({ fieldId, value }) => words.ownField(ownFieldKey(fieldId), value)).join('\n');
    case 'contracts':
      return contracts.map(({ number }) => number).join(', ');
    default:
      return (form as CardForm)[name];
  }
}

const inOne = (parts: readonly string[]) => parts.filter(Boolean).join(' · ');
