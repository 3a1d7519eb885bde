import { getLastAuditCheck, insertAuditCheck } from '@/db/audit-checks';
import type { AuditState } from '@/lib/domain/audit/audit.contract';
import type { AuditAnchors } from '@/lib/domain/audit/audit-anchor';
import type { AuditFinding } from '@/lib/domain/audit/audit-check';
import { dayMs } from '@/lib/domain/duration';
import { mayReadAuditLog } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { readAuditState } from './get-audit-state';
import { verifyAuditLog } from './verify-audit-log';

/**
 * Checks the whole audit log and keeps what was found (AD-1).
 * @throws Refusal `forbidden`
 */
export async function checkAuditLog(context: Context, anchors: AuditAnchors): Promise<AuditState> {
  if (!mayReadAuditLog(signedIn(context))) throw forbidden();
  const finding = await verifyAuditLog(context.read, anchors);
  return context.tx(async (tx) => {
    await insertAuditCheck(tx, rowOf(context, finding));
    return readAuditState(tx);
  });
}

/** The same by our own clock, a day after the last check. Returns what it found; null when none was due. */
export async function checkAuditLogDaily(
  context: Context,
  anchors: AuditAnchors,
): Promise<AuditFinding | null> {
  const last = await getLastAuditCheck(context.read);
  if (last && context.now() - last.at < dayMs) return null;
  const finding = await verifyAuditLog(context.read, anchors);
  await context.tx((tx) => insertAuditCheck(tx, rowOf(context, finding)));
  return finding;
}

const rowOf = (context: Context, { entryCount, headSequence, headHash, problem }: AuditFinding) => ({
  id: context.newId(),
  at: context.now(),
  employeeId: context.person?.id ?? null,
  entryCount,
  headSequence,
  headHash,
  badSequence: problem?.sequence ?? null,
  problem: problem?.kind ?? null,
});
