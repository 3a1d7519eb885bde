import { getLastAuditCheck } from '@/db/audit-checks';
import { getAuditHead } from '@/db/audit-log';
import type { Db } from '@/db/store';
import type { AuditState } from '@/lib/domain/audit/audit.contract';
import { mayReadAuditLog } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';

/**
 * The newest entry of the audit log and what its last check found (AD-1).
 * @throws Refusal `forbidden`
 */
export async function getAuditState(context: Context): Promise<AuditState> {
  if (!mayReadAuditLog(signedIn(context))) throw forbidden();
  return readAuditState(context.read);
}

/** The newest entry of the chain and what the last check found; `check` is null before the first. */
export async function readAuditState(db: Db): Promise<AuditState> {
  const head = await getAuditHead(db);
  const last = await getLastAuditCheck(db);
  if (!last) return { head, check: null };
  const { at, employeeId, entryCount, headSequence, headHash, problem, badSequence } = last;
  const names = await shortNames(db, [employeeId]);
  return {
    head,
    check: {
      at,
      employee: employeeId === null ? null : { id: employeeId, name: names.get(employeeId) ?? '' },
      entryCount,
      headSequence,
      headHash,
      problem: problem === null ? null : { kind: problem, sequence: badSequence ?? 0 },
    },
  };
}
