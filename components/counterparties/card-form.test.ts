import { expect, test } from 'vitest';
import { newCardSchema } from '@/lib/domain/counterparties/card-edit';
import {
  type CardRights,
  emptyCardForm,
  emptyContact,
  emptyContract,
  emptyEmail,
  emptyPhone,
  requestOfForm,
} from './card-form';

test('rows left empty are nothing, and the rest is what the API takes', () => {
  const form = {
    ...emptyCardForm(),
    name: 'ООО «Ромашка»',
    phones: [{ ...emptyPhone(), raw: '8 (3842) 58-12-34', extension: '100' }, emptyPhone()],
    emails: [emptyEmail(), { ...emptyEmail(), address: 'info@romashka.example' }],
    contacts: [emptyContact(), { ...emptyContact(), name: 'Ольга Иванова', birthday: '05.03' }],
    contracts: [{ ...emptyContract(), number: '2026/118' }, emptyContract()],
  };
  expect(newCardSchema.parse(requestOfForm(form, { may: { editStatus: true, assign: true } }))).toMatchObject(
    {
      name: 'ООО «Ромашка»',
      status: 'prospect',
      assignedTo: null,
      phones: [{ raw: '8 (3842) 58-12-34', extension: '100' }],
      emails: ['info@romashka.example'],
      contacts: [{ name: 'Ольга Иванова', birthday: '--03-05' }],
      contracts: ['2026/118'],
    },
  );
});

test('who may not say whose client it is sends nothing about it', () => {
  const sent = (may: CardRights) => requestOfForm(emptyCardForm(), { may, version: 3 });
  const status = sent({ editStatus: true, assign: false });
  expect(status).toMatchObject({ status: 'prospect' });
  expect(status).not.toHaveProperty('assignedTo');
  const request = sent({ editStatus: false, assign: false });
  expect(request).not.toHaveProperty('status');
  expect(request).not.toHaveProperty('assignedTo');
  expect(request).toMatchObject({ version: 3 });
});
