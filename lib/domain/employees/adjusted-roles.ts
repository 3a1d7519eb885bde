import type { AdjustedRole, Grants } from './permission';

type KeptRole = {
  id: string;
  name: string | null;
  nameEn: string | null;
  grants: Grants;
  disabledAt: number | null;
};

/** Which of the changed and added roles a person has; one that is disabled gives nothing. */
export const adjustedRolesOf = (
  { roles, addedRoles }: { roles: readonly string[]; addedRoles: readonly string[] },
  kept: readonly KeptRole[],
): AdjustedRole[] =>
  kept
    .filter(
      ({ id, name, disabledAt }) =>
        disabledAt === null && (name === null ? roles.includes(id) : addedRoles.includes(id)),
    )
    .map(({ id, name, nameEn, grants }) => ({ id, name, nameEn, grants }));
