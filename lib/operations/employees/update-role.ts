import { listWorkingEmployees } from '@/db/employees';
import { getRoleForUpdate, insertRole, lockRights, type RoleRow, updateRole as updateRow } from '@/db/roles';
import type { Db } from '@/db/store';
import { type Grants, permissions } from '@/lib/domain/employees/permission';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, invalid, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { refuseSameRoleName } from './create-role';
import { refuseNobodyToAdminister } from './list-rights-holders';
import { grantsOf, roleOf } from './role-view';

type Given = {
  roleId: string;
  version: number;
  grants?: Grants;
  name?: string;
  nameEn?: string;
  isDisabled?: boolean;
};

/**
 * Decides what differs from a role's rights by default; everybody who has it meets the change at their next request. An
 * added role is also renamed, disabled and taken back.
 * @throws Refusal `forbidden`, `notFound`, `invalid`; `conflict` when somebody changed it meanwhile; `notPossibleNow` when
 * nobody would be left who may administer, and for disabling a role that somebody has
 */
export async function updateRole(context: Context, given: Given): Promise<{ id: string; version: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    await lockRights(tx);
    const kept = await getRoleForUpdate(tx, given.roleId);
    const role = roleOf(kept ? [kept] : [], given.roleId);
    if (role.version !== given.version) {
      throw new Refusal('conflict', 'the role was changed meanwhile', {}, { version: role.version });
    }
    const after = changed(role, given, context.now());
    if (role.name !== null) await refuseSameRoleName(tx, role.id, after as { name: string; nameEn: string });
    if (role.disabledAt === null && after.disabledAt !== null) await refuseInUse(tx, role.id);
    const hasChanged = await recordChange(tx, context, {
      noun: 'role',
      nounId: role.id,
      before: told(role),
      after: told(after),
    });
    if (!hasChanged) return { id: role.id, version: role.version };
    const version = role.version + 1;
    if (kept) await updateRow(tx, role.id, { ...after, version });
    else await insertRole(tx, { ...after, createdAt: context.now(), version });
    await refuseNobodyToAdminister(tx);
    tell(tx, { noun: 'role', nounId: role.id });
    return { id: role.id, version };
  });
}

function changed(role: RoleRow, given: Given, now: number): RoleRow {
  const isOwn = given.name !== undefined || given.nameEn !== undefined || given.isDisabled !== undefined;
  if (role.name === null && isOwn) throw invalid({ name: 'invalid' }, 'this role is not an added one');
  const isDisabled = given.isDisabled ?? role.disabledAt !== null;
  return {
    ...role,
    name: given.name ?? role.name,
    nameEn: given.nameEn ?? role.nameEn,
    grants: given.grants === undefined ? role.grants : grantsOf(role, given.grants),
    disabledAt: isDisabled ? (role.disabledAt ?? now) : null,
  };
}

/** Right by right, so that the history names those that changed. */
const told = ({ name, nameEn, disabledAt, grants }: RoleRow) => ({
  ...{ name, nameEn, disabledAt },
  ...Object.fromEntries(
    permissions.map((permission) => [
      permission,
      grants[permission] ?? (name === null ? 'byDefault' : false),
    ]),
  ),
});

async function refuseInUse(tx: Db, roleId: string): Promise<void> {
  const holders = (await listWorkingEmployees(tx)).filter(({ addedRoles }) => addedRoles.includes(roleId));
  if (holders.length === 0) return;
  const details = { reason: 'roleInUse', employees: holders.length };
  throw new Refusal('notPossibleNow', 'somebody has this role', {}, details);
}
