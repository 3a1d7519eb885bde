import { getAuditHead, listAuditsAbout } from '@/db/audit-log';
import { listCardRecordIds } from '@/db/card-record-ids';
import type { SealedEntry } from '@/lib/domain/audit/audit-entry';
import { mayReadAuditLog } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';

/** Others are served between two stretches. */
const entriesOfStretch = 5000;

/**
 * Every entry of the audit log about a card, in the order of the chain: of the card itself and of the appeals, reactions,
 * calls, purchases, files and letters that hang on it now. For the act of an erasure, taken before what hangs on it is gone.
 * @throws Refusal `forbidden`
 */
export async function extractAudit(
  context: Context,
  { counterpartyId }: { counterpartyId: string },
): Promise<SealedEntry[]> {
  if (!mayReadAuditLog(signedIn(context))) throw forbidden();
  const { read: db } = context;
  const subjectIds = [counterpartyId, ...(await listCardRecordIds(db, counterpartyId))];
  const last = (await getAuditHead(db))?.sequence ?? 0;
  const found: SealedEntry[] = [];
  for (let after = 0; after < last; after += entriesOfStretch) {
    const stretch = { after, until: Math.min(last, after + entriesOfStretch) };
    found.push(...(await listAuditsAbout(db, { counterpartyId, subjectIds }, stretch)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}
