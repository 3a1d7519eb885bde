import { expect, test } from 'vitest';
import { pickupProblem } from './courier';
import { courierOrderSchema, handOverFolderSchema } from './folders.contract';

const problemsOf = (result: ReturnType<typeof courierOrderSchema.safeParse>) =>
  Object.fromEntries(result.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []);

const order = { name: 'Даймакс', phone: '94-08-53', prefix: '2', days: 4, pickupOn: '2026-11-02' };

test('an order to the courier says what is wrong with each field (ON-2)', () => {
  expect(problemsOf(courierOrderSchema.safeParse(order))).toEqual({});
  const wrong = courierOrderSchema.safeParse({ ...order, phone: 'что-то', days: null, pickupOn: '' });
  expect(problemsOf(wrong)).toEqual({
    phone: 'folders.errors.courierPhone',
    days: 'required',
    pickupOn: 'notADay',
  });
  expect(problemsOf(courierOrderSchema.safeParse({ ...order, days: 1.5 }))).toEqual({ days: 'invalid' });
});

test('copies that were not counted are asked for (ON-1)', () => {
  const { shape } = handOverFolderSchema;
  const messageOf = (copies: unknown) => shape.contractCopies.safeParse(copies).error?.issues[0]?.message;
  expect([null, -3, 3].map(messageOf)).toEqual(['required', 'folders.errors.wrongContractCopies', undefined]);
  const ofInvoice = (copies: unknown) => shape.invoiceCopies.safeParse(copies).error?.issues[0]?.message;
  const wrong = 'folders.errors.wrongInvoiceCopies';
  expect([null, 1, 2, 3].map(ofInvoice)).toEqual(['required', wrong, undefined, wrong]);
});

test.each([
  ['2020-01-01', 'inThePast'],
  ['2026-11-01', null],
  ['2026-12-31', null],
  ['2027-01-01', 'folders.errors.pickupTooFar'],
  ['2099-01-01', 'folders.errors.pickupTooFar'],
])('a pickup on %s, ordered on 1 November 2026: %s (ON-2)', (pickupOn, problem) => {
  expect(pickupProblem(pickupOn, '2026-11-01')).toBe(problem);
});
