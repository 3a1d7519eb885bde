import { listRolesByIds, type RoleRow } from '@/db/roles';
import type { Db } from '@/db/store';
import type { Grants } from '@/lib/domain/employees/permission';
import { type Role, roles } from '@/lib/domain/employees/roles';
import { notFound } from '@/lib/domain/errors';

const isKnown = (id: string): id is Role => roles.some((role) => role === id);

/** A role everybody knows as it is before anybody changed it. */
const untouched = (id: Role): RoleRow => ({
  id,
  name: null,
  nameEn: null,
  grants: {},
  version: 0,
  createdAt: 0,
  disabledAt: null,
});

/** The roles everybody knows, changed or not, then the added ones. */
export const allRoles = (kept: readonly RoleRow[]): RoleRow[] => [
  ...roles.map((role) => kept.find(({ id }) => id === role) ?? untouched(role)),
  ...kept.filter(({ name }) => name !== null),
];

/** @throws Refusal `notFound` */
export function roleOf(kept: readonly RoleRow[], id: string): RoleRow {
  const row = kept.find((role) => role.id === id) ?? (isKnown(id) ? untouched(id) : null);
  if (!row) throw notFound('role');
  return row;
}

/** Without what an added role does not have anyway. */
export const grantsOf = ({ name }: Pick<RoleRow, 'name'>, grants: Grants): Grants =>
  name === null
    ? grants
    : (Object.fromEntries(Object.entries(grants).filter(([, isGiven]) => isGiven)) as Grants);

/** As the history keeps them: a role may be renamed later. Null for none. */
export async function namesOfRoles(db: Db, ids: readonly string[]): Promise<string[] | null> {
  if (ids.length === 0) return null;
  return (await listRolesByIds(db, ids)).map(({ name }) => name ?? '').toSorted();
}
