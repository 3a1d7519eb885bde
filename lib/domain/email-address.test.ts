import { expect, test } from 'vitest';
import { cardEditSchema } from '@/lib/domain/counterparties/card-edit';
import { letterContracts } from '@/lib/domain/letters/letters.contract';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
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

test('cards, letters and requests take a domain in Cyrillic, and say at the address why a mailbox in it is not', () => {
  const both = ['ivanov@почта.рф', 'иванов@почта.рф'];
  const letter = letterContracts.write.body!.safeParse({ to: both });
  const request = both.map((to) => roundContracts.requestLetter.body!.safeParse({ to }));
  const card = cardEditSchema.safeParse({
    emails: both,
    contacts: both.map((email) => ({ name: 'Иванов', email })),
  });
  const told = [letter, request[1]!, card].flatMap(({ error }) => error?.issues ?? []);
  expect(
    told.filter(({ message }) => message === 'mailboxNotLatin').map(({ path }) => path.join('.')),
  ).toEqual(['to.1', 'to', 'emails.1', 'contacts.1.email']);
  expect(told.some(({ path }) => ['to.0', 'emails.0', 'contacts.0.email'].includes(path.join('.')))).toBe(
    false,
  );
  expect(request[0]!.success).toBe(true);
});
