import { insertAudits } from '@/db/audit-log';
import { getEmployee, updateEmployee } from '@/db/employees';
import { findOpenOneTimeLink, updateOneTimeLinkUsed } from '@/db/one-time-links';
import { updateSessionsEnded } from '@/db/sessions';
import type { Store } from '@/db/store';
import { signInEntry } from '@/lib/domain/audit/sign-in-entry';
import { type PasswordProblem, passwordProblem } from '@/lib/domain/employees/password-rules';
import { hashPassword } from './password';
import { hashSecret } from './secrets';
import { startSession } from './session';
import type { SignInParts } from './sign-in';
import { tellSessionsEnded } from './tell-sessions-ended';

export type InvitedEmployee = { employeeId: string; email: string; surname: string; givenName: string };

/** Whom an open link invites; null when it was used, has expired, or its person is disabled. */
export async function invitedByLink(
  store: Store,
  token: string,
  now: number,
): Promise<InvitedEmployee | null> {
  const link = await findOpenOneTimeLink(store.read, hashSecret(token), now);
  const employee = link && (await getEmployee(store.read, link.employeeId));
  if (!employee || employee.disabledAt !== null) return null;
  const { id, email, surname, givenName } = employee;
  return { employeeId: id, email, surname, givenName };
}

/**
 * Sets the password by a one-time link, once, ends the person's other sessions and signs them in. Null when the link is
 * good no more.
 */
export async function signInByLink(
  parts: SignInParts,
  attempt: { token: string; password: string; replaces: string | null },
): Promise<{ sessionId: string; employeeId: string } | { problem: PasswordProblem } | null> {
  const invited = await invitedByLink(parts.store, attempt.token, parts.now());
  if (!invited) return null;
  const problem = passwordProblem(attempt.password, invited);
  if (problem) return { problem };
  const passwordHash = await hashPassword(attempt.password);
  const signedIn = await parts.store.tx(async (db) => {
    const now = parts.now();
    const link = await updateOneTimeLinkUsed(db, hashSecret(attempt.token), now);
    const employee = link && (await getEmployee(db, link.employeeId));
    if (!employee || employee.disabledAt !== null) return null;
    await updateEmployee(db, employee.id, { passwordHash });
    const ended = await updateSessionsEnded(db, employee.id, now, 'passwordChanged');
    await tellSessionsEnded(db, ended, employee.id, now);
    const sessionId = parts.newId();
    await startSession(db, { id: sessionId, employeeId: employee.id, replaces: attempt.replaces }, now);
    await insertAudits(db, [signInEntry('signedIn', 'invitation', employee.id, now)]);
    return { sessionId, employeeId: employee.id };
  });
  if (signedIn) await parts.store.wake();
  return signedIn;
}
