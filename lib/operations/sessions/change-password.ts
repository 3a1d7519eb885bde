import { getEmployee, getEmployeeForUpdate, updateEmployee } from '@/db/employees';
import { updateSessionsEnded } from '@/db/sessions';
import { deleteSignInThrottle, getSignInThrottle, updateSignInThrottle } from '@/db/sign-in-throttles';
import { passwordProblem } from '@/lib/domain/employees/password-rules';
import { countFailure, freeFailures, waitMs } from '@/lib/domain/employees/sign-in-throttle';
import { invalid, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, KeptRefusal, signedIn, tell } from '@/lib/operations/context';

/**
 * Changes one's own password, asking for the old one; every other session ends. Wrong guesses are slowed down, so that a
 * forgotten open screen gives nobody the password.
 * @throws Refusal `invalid` at the field that is wrong, `throttled`, `conflict` when it was changed meanwhile
 */
export async function changePassword(
  context: Context,
  input: { currentPassword: string; newPassword: string },
): Promise<{ endedSessions: number }> {
  const person = signedIn(context);
  const employee = await getEmployee(context.read, person.id);
  if (!employee) throw notFound('employee');
  const problem = passwordProblem(input.newPassword, employee);
  if (problem) throw invalid({ newPassword: `auth.problems.${problem}` });
  if (input.newPassword === input.currentPassword) throw invalid({ newPassword: 'auth.problems.unchanged' });

  const isRight = await context.secrets.isPasswordRight(input.currentPassword, employee.passwordHash);
  const passwordHash = await context.secrets.hashPassword(input.newPassword);
  const throttleKey = `password:${person.id}`;
  return context.tx(async (tx) => {
    const now = context.now();
    const throttle = await getSignInThrottle(tx, throttleKey);
    const delayMs = waitMs(throttle, now);
    if (delayMs > 0) throw new Refusal('throttled', 'too many wrong passwords', {}, { waitMs: delayMs });
    if (!isRight) {
      await updateSignInThrottle(tx, {
        key: throttleKey,
        ...countFailure(throttle, freeFailures.account, now),
      });
      return new KeptRefusal(invalid({ currentPassword: 'auth.problems.wrongPassword' }));
    }
    const current = await getEmployeeForUpdate(tx, person.id);
    if (current?.passwordHash !== employee.passwordHash) {
      throw new Refusal('conflict', 'the password was changed meanwhile');
    }
    await deleteSignInThrottle(tx, throttleKey);
    await updateEmployee(tx, person.id, { passwordHash });
    const ended = await updateSessionsEnded(tx, person.id, now, 'passwordChanged', context.sessionId);
    for (const sessionId of ended) tell(tx, { noun: 'session', nounId: sessionId, employeeId: person.id });
    return { endedSessions: ended.length };
  });
}
