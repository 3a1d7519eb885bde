import { door } from '@/app/api/v1/door';
import { auditContracts } from '@/lib/domain/audit/audit.contract';
import { listAuditLog } from '@/lib/operations/audit/list-audit-log';

export const GET = door(auditContracts.list, listAuditLog);
