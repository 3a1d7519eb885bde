import { expect, test } from 'vitest';
import type { ComparedCard } from '@/lib/domain/counterparties/duplicates.contract';
import { comparedFields } from './compared-fields';

const card = (change: Partial<ComparedCard>): ComparedCard => ({
  ...{ id: 'a', name: 'ООО «Ромашка»', status: 'prospect', category: 'Клиент', city: '', contactPerson: '—' },
  ...{ phones: [], contracts: [], inn: '', kpp: '', priceType: '', note: '', emails: [], contacts: [] },
  ...{
    products: [],
    ownFields: [],
    emptiedFields: [],
    timeZone: null,
    assignedTo: null,
    createdAt: 0,
    createdBy: null,
    version: 1,
  },
  counts: { appeals: 0, calls: 0, purchases: 0, attachments: 0 },
  ...change,
});

test('of two cards what one lacks is taken from the other, and what differs is to be chosen', () => {
  const anna = { id: 'anna', name: 'Сидорова А.' };
  const other = card({ status: 'client', city: 'Томск', contactPerson: 'Ольга', assignedTo: anna });
  const fields = comparedFields(card({ note: 'своя' }), other);
  expect(fields).toEqual([
    { field: 'name', isSame: true, byDefault: 'own' },
    { field: 'status', isSame: false, byDefault: 'other' },
    { field: 'category', isSame: true, byDefault: 'own' },
    { field: 'city', isSame: false, byDefault: 'other' },
    { field: 'contactPerson', isSame: false, byDefault: 'other' },
    { field: 'assignedTo', isSame: false, byDefault: 'other' },
    { field: 'note', isSame: false, byDefault: 'own' },
  ]);
});
