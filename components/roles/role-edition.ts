import { type Edition, editionOf } from '@/components/own-changes';
import type { Grants } from '@/lib/domain/employees/permission';
import type { RoleView } from '@/lib/domain/employees/roles.contract';

/** The rights of a role as they are being decided. */
export type RoleEdition = Edition<Grants>;

/** The rights of a role as the page brought them. */
export const roleEditionOf = ({ version, grants }: Pick<RoleView, 'version' | 'grants'>): RoleEdition =>
  editionOf({ version, form: grants });

/** Whether two roles have the same decisions. */
export const isSameGrants = (one: Grants, other: Grants) => inOrder(one) === inOrder(other);

/** Saved as `version`; what was decided since the press stays, to be saved over it. */
export const savedRole = (edition: RoleEdition, grants: Grants, version: number): RoleEdition => ({
  ...edition,
  version,
  base: grants,
});

/** The edition beside what the page brings: an older role changes nothing, a newer one begins anew if its rights differ. */
export function beside(edition: RoleEdition, role: Pick<RoleView, 'version' | 'grants'>): RoleEdition {
  if (role.version <= edition.version) return edition;
  if (!isSameGrants(role.grants, edition.base)) return roleEditionOf(role);
  return { ...edition, version: role.version };
}

const inOrder = (grants: Grants) => JSON.stringify(Object.entries(grants).toSorted());
