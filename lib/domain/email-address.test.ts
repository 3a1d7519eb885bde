import { expect, test } from 'vitest';
import { emailAddress, emailAddressOrNone, problemOfEmail } from './email-address';

test.each([
  ['ivanov@example.com', null],
  ['ivanov@почта.рф', null],
  ['Ivanov+заказ@почта.рф', 'mailboxNotLatin'],
  ['ivanov@ПОЧТА.РФ', null],
  ['ivanov@sub-домен.почта.рф', null],
  ['ivanov@xn--80a1acny.xn--p1ai', null],
  ['иванов@почта.рф', 'mailboxNotLatin'],
  ['иванов@example.com', 'mailboxNotLatin'],
  ['ivanov@почта', 'notAnEmail'],
  ['ivanov@почта..рф', 'notAnEmail'],
  ['ivanov@поч та.рф', 'notAnEmail'],
  ['ivanov@почта.рф/путь', 'notAnEmail'],
  ['иван ов@почта.рф', 'notAnEmail'],
  ['ivanov@@почта.рф', 'notAnEmail'],
  ['@почта.рф', 'notAnEmail'],
  ['ivanov', 'notAnEmail'],
  ['', 'notAnEmail'],
])('whether a letter can go to «%s»: %s', (address, problem) => {
  expect(problemOfEmail(address)).toBe(problem);
  const read = emailAddress.safeParse(address);
  expect(read.error?.issues.map(({ message }) => message)).toEqual(problem === null ? undefined : [problem]);
  if (problem === null) expect(read.data).toBe(address);
});

test('an address that may be left out is read as any other when it is there', () => {
  expect(emailAddressOrNone.safeParse('').success).toBe(true);
  expect(emailAddressOrNone.safeParse('иванов@почта.рф').error?.issues).toMatchObject([
    { message: 'mailboxNotLatin' },
  ]);
});
