import { expect, test } from 'vitest';
import { copiesNeeded, formOfCard, type HandOverForm, stillOnOffer, withPurchases } from './hand-over-form';

const purchase = (id: string, contractNumber: string) => ({ id, contractNumber }) as never;
const offer = { purchasesToHandOver: [purchase('a', '1/26'), purchase('b', '2/26'), purchase('c', '2/26')] };
const form = { purchaseIds: ['a', 'b'], contractCopies: 6 } as HandOverForm;

test('each contract of the chosen purchases needs three copies, counted once (ON-1)', () => {
  expect(copiesNeeded(offer, ['a'])).toBe(3);
  expect(copiesNeeded(offer, ['b', 'c'])).toBe(3);
  expect(copiesNeeded(offer, ['a', 'b', 'c'])).toBe(6);
});

test('who sells is the sales manager; anybody else names one (ON-3)', () => {
  const page = { card: { city: '', contactPerson: '', phones: [] } as never, ...offer };
  const manager = (departmentKind: 'sales' | 'client') =>
    formOfCard(page, { id: 'me', departmentKind }).salesManagerId;
  expect([manager('sales'), manager('client')]).toEqual(['me', '']);
});

test('the copies follow the chosen purchases, unless there are more of them', () => {
  expect(withPurchases(form, offer, ['a'])).toMatchObject({ purchaseIds: ['a'], contractCopies: 3 });
  const counted = { ...form, purchaseIds: ['a'], contractCopies: 4 };
  expect(withPurchases(counted, offer, ['a', 'c'])).toMatchObject({ contractCopies: 6 });
  expect(withPurchases({ ...form, contractCopies: 9 }, offer, ['a'])).toMatchObject({ contractCopies: 9 });
});

test('a purchase that is no longer on offer is not sent', () => {
  expect(stillOnOffer({ ...form, purchaseIds: ['gone', 'a'] }, offer).purchaseIds).toEqual(['a']);
  expect(stillOnOffer(form, offer)).toBe(form);
});
