import type { ReactionRow } from '@/db/reactions';
import type { Db } from '@/db/store';
import type { ReactionView } from '@/lib/domain/reactions/reaction-views';
import { readDirectory } from './directory';

/** Acts that happened, as screens show them. */
export async function describeReactions(db: Db, rows: readonly ReactionRow[]): Promise<ReactionView[]> {
  const directory = await readDirectory(db, {
    employees: rows.map((row) => row.employeeId),
    appeals: rows.map((row) => row.appealId),
  });
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    topic: row.topic,
    note: row.note,
    route: row.route,
    callId: row.callId,
    appeal: directory.appeal(row.appealId)!,
    counterparty: directory.counterpartyOfAppeal(row.appealId)!,
    department: directory.department(row.departmentId),
    employee: directory.employee(row.employeeId) ?? { id: row.employeeId, name: '' },
    happenedAt: row.happenedAt,
    createdAt: row.createdAt,
    version: row.version,
  }));
}
