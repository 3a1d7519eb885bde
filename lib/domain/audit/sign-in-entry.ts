import { minuteMs } from '@/lib/domain/duration';
import type { AuditEntry } from './audit-entry';
import type { SignInWay } from './sign-in-way';

/** How the audit log tells of a sign-in, of one that failed, and of a sign-out. */
export const signInEntry = (
  kind: 'signedIn' | 'signInFailed' | 'signedOut',
  way: SignInWay | '',
  employeeId: string | null,
  at: number,
): AuditEntry => ({
  at,
  kind,
  employeeId,
  via: 'session',
  operation: way,
  subject: 'employee',
  subjectId: employeeId ?? '',
  counterpartyId: null,
  details: {},
  digests: {},
});

/** Whoever tries addresses that nobody has makes the log grow by one entry in so long a time. */
export const unknownAddressesToldEveryMs = minuteMs;

/** That so many sign-ins failed whose address nobody has. */
export const unknownAddressesEntry = (attempts: number, at: number): AuditEntry => ({
  ...signInEntry('signInFailed', 'password', null, at),
  details: { attempts },
});
