import { listAppealsByIds } from '@/db/appeals';
import { listCounterpartiesByIds } from '@/db/counterparties';
import { type DepartmentRow, listDepartments } from '@/db/departments';
import type { Db } from '@/db/store';
import { type BusinessHours, hoursOf } from '@/lib/domain/deadlines/business-hours';
import type { DepartmentName } from '@/lib/domain/reactions/reaction-views';
import { namedProject, projectNames } from '@/lib/operations/appeals/project-names';
import { shortNames } from '@/lib/operations/employees/short-names';

type Ids = readonly (string | null | undefined)[];
type Wanted = {
  employees?: Ids;
  appeals?: Ids;
  counterparties?: Ids;
  /** All of them, by whoever has read them already. */
  departments?: readonly DepartmentRow[];
};

/** The names that records show, read once for a page of them. */
export async function readDirectory(db: Db, wanted: Wanted) {
  const departments = wanted.departments ?? (await listDepartments(db));
  const appeals = await listAppealsByIds(db, known(wanted.appeals));
  const counterparties = await listCounterpartiesByIds(db, [
    ...known(wanted.counterparties),
    ...appeals.map((appeal) => appeal.counterpartyId),
  ]);
  const employees = await shortNames(db, wanted.employees ?? []);
  const hasProject = appeals.some(({ projectId }) => projectId !== null);
  const projects = hasProject ? await projectNames(db) : new Map<string, string>();
  const appealsById = new Map(appeals.map((appeal) => [appeal.id, appeal]));
  const counterpartiesById = new Map(counterparties.map((card) => [card.id, card]));
  const departmentsById = new Map(departments.map((department) => [department.id, department]));
  const hoursById = new Map<string, BusinessHours | null>();

  return {
    employee(id: string | null) {
      const name = id === null ? undefined : employees.get(id);
      return id === null || name === undefined ? null : { id, name };
    },
    department(id: string): DepartmentName {
      const { kind, name, nameEn } = departmentsById.get(id)!;
      return { id, kind, name, nameEn };
    },
    hours(id: string): BusinessHours | null {
      if (!hoursById.has(id)) {
        const department = departmentsById.get(id);
        hoursById.set(id, department ? hoursOf(department) : null);
      }
      return hoursById.get(id) ?? null;
    },
    appeal(id: string | null) {
      const appeal = id === null ? undefined : appealsById.get(id);
      return appeal ? { id: appeal.id, number: appeal.number, topic: appeal.topic } : null;
    },
    projectOfAppeal(id: string | null) {
      return namedProject(projects, (id === null ? null : appealsById.get(id)?.projectId) ?? null);
    },
    counterparty(id: string | null) {
      const card = id === null ? undefined : counterpartiesById.get(id);
      return card ? { id: card.id, name: card.name, status: card.status } : null;
    },
    counterpartyOfAppeal(appealId: string) {
      return this.counterparty(appealsById.get(appealId)?.counterpartyId ?? null);
    },
  };
}

export type Directory = Awaited<ReturnType<typeof readDirectory>>;

const known = (ids: Ids = []) => [...new Set(ids.filter((id) => typeof id === 'string'))];
