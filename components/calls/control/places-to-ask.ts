import type { DepartmentView } from '@/lib/domain/employees/departments.contract';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';

type Department = Pick<DepartmentView, 'id' | 'name' | 'nameEn'>;

/** Somebody who can be rung now, or a department where somebody can. */
export type Place =
  | { kind: 'department'; id: string; department: Department; available: number }
  | { kind: 'employee'; id: string; name: string; department: Department };

type Source = {
  people: readonly Pick<PresenceView, 'employeeId' | 'name' | 'departmentId' | 'isAvailable'>[];
  departments: readonly (Department & Pick<DepartmentView, 'disabledAt'>)[];
  personId: string;
  query: string;
};

/** Whom a person can ask for advice now, departments first; `query`: part of a name, in any case. */
export function placesToAsk({ people, departments, personId, query }: Source): Place[] {
  const wanted = query.trim().toLowerCase();
  const isWanted = (...names: string[]) => names.some((name) => name.toLowerCase().includes(wanted));
  const available = people.filter(({ employeeId, isAvailable }) => isAvailable && employeeId !== personId);
  const working = departments.filter(({ disabledAt }) => disabledAt === null);
  const groups = working.map((department) => ({
    kind: 'department' as const,
    id: department.id,
    department,
    available: available.filter(({ departmentId }) => departmentId === department.id).length,
  }));
  const persons = available.flatMap(({ employeeId, name, departmentId }) => {
    const department = departments.find(({ id }) => id === departmentId);
    return department ? [{ kind: 'employee' as const, id: employeeId, name, department }] : [];
  });
  return [
    ...groups.filter(
      (group) => group.available > 0 && isWanted(group.department.name, group.department.nameEn),
    ),
    ...persons.filter(({ name, department }) => isWanted(name, department.name, department.nameEn)),
  ];
}
