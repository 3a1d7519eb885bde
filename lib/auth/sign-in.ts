import { insertAudits } from '@/db/audit-log';
import { findEmployeeByEmail, getEmployee } from '@/db/employees';
import {
  deleteSignInThrottle,
  deleteSignInThrottlesBefore,
  getSignInThrottle,
  updateSignInThrottle,
} from '@/db/sign-in-throttles';
import type { Db, Store } from '@/db/store';
import { countUnknownSignIn } from '@/db/unknown-sign-ins';
import { digestedText } from '@/lib/domain/audit/personal-values';
import { signInEntry, unknownAddressesEntry } from '@/lib/domain/audit/sign-in-entry';
import {
  countFailure,
  forgiveFailure,
  forgottenAfterMs,
  freeFailures,
  waitMs,
} from '@/lib/domain/employees/sign-in-throttle';
import { normaliseEmail } from '@/lib/domain/normalise-email';
import { areHashesBusy, hashesBusyForMs, isPasswordRight } from './password';
import { hashSecret } from './secrets';
import { startSession } from './session';

export type SignInParts = { store: Store; now: () => number; newId: () => string };

export type SignInAttempt = {
  email: string;
  password: string;
  /** Where it comes from, when a proxy of ours says so. */
  source: string | null;
  /** The browser's own counter, when this person has signed in from it before. */
  device: { employeeId: string; id: string } | null;
  /** The session this browser had until now. */
  replaces: string | null;
};

export type SignInOutcome =
  | { sessionId: string; employeeId: string }
  | { waitMs: number; isBusy?: boolean }
  | null;

type ThrottleKey = { key: string; free: number };

/**
 * Signs in by password. Null for a wrong one, and alike, after the same time, for an unknown or disabled account;
 * `waitMs` when too many failed before, or when too many are looked at already, which counts for nobody. Each attempt is counted as failed before its password is looked at, so that
 * many at once are counted too.
 */
export async function signInByPassword(parts: SignInParts, attempt: SignInAttempt): Promise<SignInOutcome> {
  if (areHashesBusy()) return { waitMs: hashesBusyForMs, isBusy: true };
  const email = normaliseEmail(attempt.email);
  const found = await findEmployeeByEmail(parts.store.read, email);
  const employee = found && found.disabledAt === null ? found : null;
  const isKnownDevice = attempt.device !== null && attempt.device.employeeId === employee?.id;
  const own: ThrottleKey = isKnownDevice
    ? { key: `device:${attempt.device!.id}`, free: freeFailures.device }
    : { key: `account:${hashSecret(email)}`, free: freeFailures.account };
  const source: ThrottleKey | null = attempt.source
    ? { key: `source:${attempt.source}`, free: freeFailures.source }
    : null;

  const delay = await parts.store.tx((db) => countAttempt(db, source ? [own, source] : [own], parts.now()));
  if (delay > 0) return { waitMs: delay };
  if (!(await isPasswordRight(attempt.password, employee?.passwordHash ?? null)) || !employee) {
    await parts.store.tx((db) => auditFailure(db, { employeeId: found?.id ?? null, email }, parts.now()));
    return null;
  }

  return parts.store.tx(async (db) => {
    const now = parts.now();
    const current = await getEmployee(db, employee.id);
    if (!current || current.disabledAt !== null || current.passwordHash !== employee.passwordHash)
      return null;
    await deleteSignInThrottle(db, own.key);
    if (source) {
      await updateSignInThrottle(db, {
        key: source.key,
        ...forgiveFailure(await getSignInThrottle(db, source.key)),
      });
    }
    await deleteSignInThrottlesBefore(db, now - forgottenAfterMs);
    const sessionId = parts.newId();
    await startSession(db, { id: sessionId, employeeId: employee.id, replaces: attempt.replaces }, now);
    await insertAudits(db, [signInEntry('signedIn', 'password', employee.id, now)]);
    return { sessionId, employeeId: employee.id };
  });
}

/** Signs in without a password: only for the demo, whose settings are checked by the caller. */
export async function signInForDemo(
  parts: SignInParts,
  attempt: { employeeId: string; replaces: string | null },
): Promise<SignInOutcome> {
  return parts.store.tx(async (db) => {
    const employee = await getEmployee(db, attempt.employeeId);
    if (!employee || employee.disabledAt !== null) return null;
    const sessionId = parts.newId();
    await startSession(
      db,
      { id: sessionId, employeeId: employee.id, replaces: attempt.replaces },
      parts.now(),
    );
    await insertAudits(db, [signInEntry('signedIn', 'demo', employee.id, parts.now())]);
    return { sessionId, employeeId: employee.id };
  });
}

/** Known accounts are slowed down each; of addresses that nobody has there are as many as somebody likes. */
async function auditFailure(
  db: Db,
  { employeeId, email }: { employeeId: string | null; email: string },
  now: number,
): Promise<void> {
  if (employeeId !== null) {
    const digests = { email: db.seal(digestedText(email)).slice(0, 32) };
    await insertAudits(db, [{ ...signInEntry('signInFailed', 'password', employeeId, now), digests }]);
    return;
  }
  const attempts = await countUnknownSignIn(db, now);
  if (attempts === 0) return;
  await insertAudits(db, [unknownAddressesEntry(attempts, now)]);
  await deleteSignInThrottlesBefore(db, now - forgottenAfterMs);
}

async function countAttempt(db: Db, keys: ThrottleKey[], now: number): Promise<number> {
  const throttles = [];
  for (const { key, free } of keys) throttles.push({ row: await getSignInThrottle(db, key), free });
  const delay = Math.max(...throttles.map(({ row }) => waitMs(row, now)));
  if (delay > 0) return delay;
  for (const { row, free } of throttles) {
    await updateSignInThrottle(db, { key: row.key, ...countFailure(row, free, now) });
  }
  return 0;
}
