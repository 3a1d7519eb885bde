import type { AppealRow } from '@/db/appeals';
import { listNextReactionsOfAppeals } from '@/db/next-reactions';
import type { Db } from '@/db/store';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { namedProject, projectNames } from './project-names';

/** Appeals as screens show them, each with the soonest of its open next reactions. */
export async function describeAppeals(db: Db, rows: readonly AppealRow[]): Promise<AppealView[]> {
  const open = await listNextReactionsOfAppeals(
    db,
    rows.filter((row) => row.closedAt === null).map((row) => row.id),
    'open',
  );
  const directory = await readDirectory(db, {
    employees: [
      ...rows.flatMap((row) => [row.createdBy, row.closedBy]),
      ...open.map((next) => next.responsibleEmployeeId),
    ],
    counterparties: rows.map((row) => row.counterpartyId),
  });
  const projects = await projectNames(db);
  return rows.map((row) => {
    const next = open.find((one) => one.appealId === row.id);
    return {
      id: row.id,
      number: row.number,
      topic: row.topic,
      type: row.type,
      note: row.note,
      project: namedProject(projects, row.projectId),
      counterparty: directory.counterparty(row.counterpartyId)!,
      createdAt: row.createdAt,
      createdBy: directory.employee(row.createdBy),
      closedAt: row.closedAt,
      closedBy: directory.employee(row.closedBy),
      closeReason: row.closeReason,
      next: next
        ? {
            startedAt: next.startedAt,
            dueAt: next.dueAt,
            department: directory.department(next.responsibleDepartmentId),
            employee: directory.employee(next.responsibleEmployeeId),
          }
        : null,
      version: row.version,
    };
  });
}
