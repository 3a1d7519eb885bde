import type { AuditProblemKind } from '@/lib/domain/audit/audit-check';
import type { AuditKind, AuditVia } from '@/lib/domain/audit/audit-entry';
import type { Kit } from './kit';

export function defineAudit(k: Kit) {
  /** Append-only by triggers; `details` and `digests` are texts, since the very bytes are sealed. */
  const auditLog = k.table(
    'audit_log',
    {
      sequence: k.integer('sequence').primaryKey(),
      at: k.time('at').notNull(),
      kind: k.text('kind').$type<AuditKind>().notNull(),
      employeeId: k.text('employee_id'),
      via: k.text('via').$type<AuditVia>().notNull(),
      operation: k.text('operation').notNull(),
      subject: k.text('subject').notNull(),
      subjectId: k.text('subject_id').notNull(),
      counterpartyId: k.text('counterparty_id'),
      details: k.text('details').notNull(),
      digests: k.text('digests').notNull(),
      previousHash: k.text('previous_hash').notNull(),
      hash: k.text('hash').notNull(),
    },
    (t) => [
      k.index('audit_log_newest').on(t.at, t.sequence),
      k.index('audit_log_employee').on(t.employeeId, t.at, t.sequence),
      k.index('audit_log_kind').on(t.kind, t.at, t.sequence),
      k.index('audit_log_counterparty').on(t.counterpartyId, t.at, t.sequence),
    ],
  );

  /** Where the oldest entries were removed: up to which, and its hash, to which the first one left is linked. */
  const auditCuts = k.table('audit_cuts', {
    sequence: k.integer('sequence').primaryKey(),
    hash: k.text('hash').notNull(),
    at: k.time('at').notNull(),
    employeeId: k.text('employee_id'),
    seal: k.text('seal').notNull(),
  });

  const auditChecks = k.table(
    'audit_checks',
    {
      id: k.text('id').primaryKey(),
      at: k.time('at').notNull(),
      employeeId: k.text('employee_id'),
      entryCount: k.integer('entry_count').notNull(),
      headSequence: k.integer('head_sequence').notNull(),
      headHash: k.text('head_hash').notNull(),
      /** The first entry that is not as it was written, and how that shows; null when all are. */
      badSequence: k.integer('bad_sequence'),
      problem: k.text('problem').$type<AuditProblemKind>(),
    },
    (t) => [k.index('audit_checks_newest').on(t.at, t.id)],
  );

  return { auditLog, auditCuts, auditChecks };
}
