import { expect, test } from 'vitest';
import { ownFieldKey } from '@/lib/domain/counterparties/own-field';
import { type CardForm, emptyCardForm, emptyContact } from './card-form';
import { contestedText } from './contested-card';

const words = {
  status: (status: string) => `статус ${status}`,
  assignedTo: 'Белкина О.',
  ownField: (key: string, value: string) => `${key}: ${value}`,
};

test('what others wrote into a card is told in words, whatever the field holds', () => {
  const form: CardForm = {
    ...emptyCardForm(),
    name: 'ООО «Алтын»',
    status: 'client',
    phones: [
      { key: 'phone 0', raw: '8 (3842) 58-12-34', extension: '100' },
      { key: 'phone 1', raw: '8 900 000-00-01', extension: '' },
    ],
    emails: [{ key: 'email 0', address: 'info@altyn.example' }],
    contacts: [{ ...emptyContact(), name: 'Ольга Иванова', role: 'врач' }],
    products: [{ id: 'one', name: 'ArchiMed+' }],
    ownFields: [{ fieldId: 'f', value: 'да' }],
    contracts: [{ key: 'contract 0', number: '2026/118' }],
  };
  const said = (name: keyof CardForm) => contestedText(name, form, words);
  expect(said('name')).toBe('ООО «Алтын»');
  expect(said('status')).toBe('статус client');
  expect(said('assignedTo')).toBe('Белкина О.');
  expect(said('phones')).toBe('8 (3842) 58-12-34 · 100, 8 900 000-00-01');
  expect(said('emails')).toBe('info@altyn.example');
  expect(said('contacts')).toBe('Ольга Иванова · врач');
  expect(said('products')).toBe('ArchiMed+');
  expect(said('ownFields')).toBe(`${ownFieldKey('f')}: да`);
  expect(said('contracts')).toBe('2026/118');
  expect(said('note')).toBe('');
});
