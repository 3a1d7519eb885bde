import type { DepartmentRow } from '@/db/departments';
import { listEmployeesByIds, listWorkingEmployees } from '@/db/employees';
import { countOpenNextReactions } from '@/db/open-next-reactions';
import type { Db } from '@/db/store';
import { hoursOf, roundTheClock } from '@/lib/domain/deadlines/business-hours';
import { readEscalationChain } from '@/lib/domain/deadlines/escalation';
import { companyTimeZone } from '@/lib/domain/deadlines/time-zone';
import type { DepartmentView } from '@/lib/domain/employees/departments.contract';
import { shortName } from '@/lib/domain/employees/employee';

const most = 10_000;

/** With the names of heads, and how many people and open next reactions hang on each. */
export async function viewDepartments(db: Db, rows: readonly DepartmentRow[]): Promise<DepartmentView[]> {
  const heads = new Map(
    (
      await listEmployeesByIds(
        db,
        rows.flatMap((row) => row.headId ?? []),
      )
    ).map((row) => [row.id, row]),
  );
  const employees = await listWorkingEmployees(db);
  const views: DepartmentView[] = [];
  for (const row of rows) {
    const head = row.headId ? heads.get(row.headId) : undefined;
    views.push({
      id: row.id,
      kind: row.kind,
      name: row.name,
      nameEn: row.nameEn,
      headId: row.headId,
      headName: head ? shortName(head) : null,
      hours: hoursOf(row) ?? roundTheClock(companyTimeZone),
      ringOrder: row.ringOrder,
      ringSeconds: row.ringSeconds,
      tellsPosition: row.tellsPosition,
      takesMessages: row.takesMessages,
      overflowDepartmentId: row.overflowDepartmentId,
      overflowSeconds: row.overflowSeconds,
      escalation: readEscalationChain(row.escalation),
      employees: employees.filter((employee) => employee.departmentId === row.id).length,
      openNextReactions: await countOpenNextReactions(db, { departmentId: row.id }, most),
      version: row.version,
      createdAt: row.createdAt,
      disabledAt: row.disabledAt,
    });
  }
  return views;
}
