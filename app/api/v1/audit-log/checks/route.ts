import { door } from '@/app/api/v1/door';
import { auditAnchors } from '@/lib/context';
import { auditContracts } from '@/lib/domain/audit/audit.contract';
import { checkAuditLog } from '@/lib/operations/audit/check-audit-log';
import { getAuditState } from '@/lib/operations/audit/get-audit-state';

export const GET = door(auditContracts.state, getAuditState);
export const POST = door(auditContracts.check, (context) => checkAuditLog(context, auditAnchors()));
