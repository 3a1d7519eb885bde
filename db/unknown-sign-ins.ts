import { eq } from 'drizzle-orm';
import { unknownAddressesToldEveryMs } from '@/lib/domain/audit/sign-in-entry';
import { getSignInThrottle, updateSignInThrottle } from './sign-in-throttles';
import type { Db } from './store';

/** One row counts the attempts of all unknown addresses; `blockedUntil`: until then they are not told of. */
const key = 'unknownAddresses';

/** Counts one more sign-in whose address nobody has. Returns how many are to be told of now; 0 when they are told of later. */
export async function countUnknownSignIn(db: Db, now: number): Promise<number> {
  const row = await getSignInThrottle(db, key);
  await updateSignInThrottle(db, { ...row, failures: row.failures + 1, lastFailureAt: now });
  return takeUnknownSignIns(db, now);
}

/** How many are to be told of now, which are not told of again. */
export async function takeUnknownSignIns(db: Db, now: number): Promise<number> {
  const row = await getSignInThrottle(db, key);
  if (row.failures === 0 || now < row.blockedUntil) return 0;
  await updateSignInThrottle(db, { ...row, failures: 0, blockedUntil: now + unknownAddressesToldEveryMs });
  return row.failures;
}

/** Whether some wait to be told of. */
export async function hasUnknownSignIns(db: Db): Promise<boolean> {
  const [row] = await db.q.select().from(db.t.signInThrottles).where(eq(db.t.signInThrottles.key, key));
  return row !== undefined && row.failures > 0;
}
