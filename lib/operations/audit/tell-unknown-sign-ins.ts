import { hasUnknownSignIns, takeUnknownSignIns } from '@/db/unknown-sign-ins';
import { unknownAddressesEntry } from '@/lib/domain/audit/sign-in-entry';
import type { Context } from '@/lib/operations/context';

/** AD-1: puts into the audit log how many sign-ins failed whose address nobody has, when no later one has told of them. */
export async function tellUnknownSignIns(context: Context): Promise<void> {
  if (!(await hasUnknownSignIns(context.read))) return;
  await context.part(async (tx) => {
    const attempts = await takeUnknownSignIns(tx, context.now());
    if (attempts > 0) tx.audits.push(unknownAddressesEntry(attempts, context.now()));
  });
}
