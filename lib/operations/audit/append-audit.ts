import type { AuditEntry } from '@/lib/domain/audit/audit-entry';
import { type Context, type Tx, viaOf } from '@/lib/operations/context';

/**
 * Puts an entry into the audit log, last of all and with what this transaction writes: for what no request of the door and
 * no row of `changes` tells of by itself, such as what our own clock deletes or the erasure of a person. Who did it and when
 * is taken from the context. It takes ids, names of fields and counts; a personal value only through
 * `digestsOf`. Never refuses.
 */
export function appendAudit(
  tx: Tx,
  context: Context,
  entry: Pick<AuditEntry, 'kind' | 'subject' | 'subjectId'> &
    Partial<Pick<AuditEntry, 'employeeId' | 'operation' | 'counterpartyId' | 'details' | 'digests'>>,
): void {
  tx.audits.push({
    at: context.now(),
    employeeId: context.person?.id ?? null,
    via: viaOf(context),
    operation: '',
    counterpartyId: null,
    details: {},
    digests: {},
    ...entry,
  });
}
