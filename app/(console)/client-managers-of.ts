import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';

/** Whoever works in a client department: whose clients clients may be. */
export function clientManagersOf({ departments, employees }: ReactionChoices) {
  const ids = departments.filter(({ kind }) => kind === 'client').map(({ id }) => id);
  return employees.filter(({ departmentId }) => ids.includes(departmentId));
}
