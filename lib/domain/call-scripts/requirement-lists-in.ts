import type { RequirementList } from './requirements';

/** Guards tell which named list they ask for; `and` keeps the guards it joins in its own property. */
export function requirementListsIn(guard: unknown): RequirementList[] {
  if (typeof guard === 'function' && 'guards' in guard && Array.isArray(guard.guards)) {
    return guard.guards.flatMap(requirementListsIn);
  }
  const named = guard as { type?: string; params?: { list: RequirementList } } | undefined;
  return named?.type === 'meets' && named.params ? [named.params.list] : [];
}
