import { unknownAddressesToldEveryMs } from '@/lib/domain/audit/sign-in-entry';
import { hourMs } from '@/lib/domain/duration';
import { anchoringOf } from '@/lib/operations/audit/anchor-audit-log';
import { checkAuditLogDaily } from '@/lib/operations/audit/check-audit-log';
import { tellUnknownSignIns } from '@/lib/operations/audit/tell-unknown-sign-ins';
import type { Context } from '@/lib/operations/context';
import type { Round, RunningParts } from './round';

/** The audit log is told of addresses nobody here has, anchored outside the database, and checked daily. */
export function roundsOfAudit({ auditAnchors }: RunningParts): Round[] {
  const unknown: Round = {
    what: 'unknown addresses',
    everyMs: unknownAddressesToldEveryMs,
    act: tellUnknownSignIns,
  };
  if (!auditAnchors) return [unknown];
  const check = async (context: Context) => {
    const finding = await checkAuditLogDaily(context, auditAnchors);
    if (finding?.problem)
      throw new Error(`the audit log was tampered with: ${JSON.stringify(finding.problem)}`);
  };
  return [
    unknown,
    { what: 'audit anchor', everyMs: 1000, act: anchoringOf(auditAnchors) },
    { what: 'audit check', everyMs: hourMs, act: check, first: check },
  ];
}
