import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';

/** The people of a kind of department, of all that are offered. */
export function employeesOf(choices: ReactionChoices | null, kind: DepartmentKind) {
  const departments = new Set(choices?.departments.filter((one) => one.kind === kind).map(({ id }) => id));
  return (choices?.employees ?? []).filter(({ departmentId }) => departments.has(departmentId));
}
