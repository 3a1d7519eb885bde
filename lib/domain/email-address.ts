import { z } from 'zod';

const isPlain = (address: string) => z.email().safeParse(address).success;

const plainDomain = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:[a-z]{2,}|xn--[a-z\d-]*[a-z\d])$/;

/** Whether mail servers know the domain under a name in Latin letters: «почта.рф» is `xn--80a1acny.xn--p1ai`. */
function isDomain(domain: string): boolean {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return false;
  try {
    return plainDomain.test(new URL(`http://${domain}`).hostname);
  } catch {
    return false;
  }
}

/**
 * Why no letter can go to an address, as a key of messages; null when one can. The domain may be in any alphabet. The part before
 * the «@» may not: a server has to offer SMTPUTF8 for it, as has every server on the way, and most offer none.
 */
export function problemOfEmail(address: string): 'notAnEmail' | 'mailboxNotLatin' | null {
  if (isPlain(address)) return null;
  const at = address.lastIndexOf('@');
  const mailbox = address.slice(0, Math.max(at, 0));
  if (!isDomain(address.slice(at + 1))) return 'notAnEmail';
  if (isPlain(`${mailbox}@example.com`)) return null;
  const inLatin = mailbox.replaceAll(/[^\p{ASCII}]/gu, 'x');
  return inLatin !== mailbox && isPlain(`${inLatin}@example.com`) ? 'mailboxNotLatin' : 'notAnEmail';
}

export const isEmail = (address: string): boolean => problemOfEmail(address) === null;

const told = (mayBeNone: boolean) =>
  z
    .string()
    .superRefine((address, context) => {
      const problem = mayBeNone && address === '' ? null : problemOfEmail(address);
      if (problem) context.addIssue({ code: 'custom', message: problem });
    })
    .meta({ format: 'idn-email' });

/** An address that a letter can go to. */
export const emailAddress = told(false);

/** The same, or empty. */
export const emailAddressOrNone = told(true);
