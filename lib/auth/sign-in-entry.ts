import type { AuditEntry } from '@/lib/domain/audit/audit-entry';
import type { SignInWay } from '@/lib/domain/audit/sign-in-way';

/** How the audit log tells of a sign-in, of one that failed, and of a sign-out; nobody's for an unknown address. */
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
