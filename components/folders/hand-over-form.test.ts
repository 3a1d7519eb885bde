import { expect, test } from 'vitest';
import { areaCodeLengths } from '@/lib/domain/phones/area-code-lengths';
import { copiesNeeded, formOfCard, type HandOverForm, stillOnOffer, withPurchases } from './hand-over-form';

const codeLengthOf = areaCodeLengths([{ diallingCodes: ['3842'] }]);
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
    formOfCard(page, { id: 'me', departmentKind }, codeLengthOf).salesManagerId;
  expect([manager('sales'), manager('client')]).toEqual(['me', '']);
});

test('the phone stands in full, with its code, as it can be dialled (ON-1)', () => {
  const phoneOf = (...phones: { raw: string; e164: string | null; extension: string | null }[]) =>
    formOfCard(
      { card: { city: '', contactPerson: '', phones } as never, ...offer },
      { id: 'me', departmentKind: 'sales' },
      codeLengthOf,
    ).phone;
  const local = { raw: '57-92-16, доб 280', e164: '+73842579216', extension: '280' };
  const unread = { raw: 'нет телефона', e164: null, extension: null };
  expect(phoneOf(local)).toBe('+7 (3842) 57-92-16, доб. 280');
  expect(phoneOf(unread, local)).toBe('+7 (3842) 57-92-16, доб. 280');
  expect(phoneOf(unread)).toBe('нет телефона');
  expect(phoneOf()).toBe('');
});

test('the copies follow the chosen purchases, three of each contract (ON-1)', () => {
  expect(withPurchases(form, offer, ['a'])).toMatchObject({ purchaseIds: ['a'], contractCopies: 3 });
  expect(withPurchases({ ...form, contractCopies: 9 }, offer, ['a', 'c'])).toMatchObject({
    contractCopies: 6,
  });
});

test('a purchase that is no longer on offer is not sent', () => {
  expect(stillOnOffer({ ...form, purchaseIds: ['gone', 'a'] }, offer).purchaseIds).toEqual(['a']);
  expect(stillOnOffer(form, offer)).toBe(form);
});
