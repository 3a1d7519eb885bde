import { insertRole, listRoles, lockRights } from '@/db/roles';
import type { Db } from '@/db/store';
import type { Grants } from '@/lib/domain/employees/permission';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, invalid } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { grantsOf } from './role-view';

const mostAddedRoles = 50;

/**
 * Adds a role with the given rights and no others.
 * @throws Refusal `forbidden`; `invalid` for a name that another role has, and when there are too many
 */
export async function createRole(
  context: Context,
  { name, nameEn, grants }: { name: string; nameEn: string; grants: Grants },
): Promise<{ id: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    await lockRights(tx);
    await refuseSameRoleName(tx, null, { name, nameEn });
    if ((await listRoles(tx)).filter((role) => role.name !== null).length >= mostAddedRoles)
      throw invalid({ name: 'tooMany' });
    const id = context.newId();
    const given = grantsOf({ name }, grants);
    const createdAt = context.now();
    await insertRole(tx, { id, name, nameEn, grants: given, version: 1, createdAt, disabledAt: null });
    await recordChange(tx, context, {
      noun: 'role',
      nounId: id,
      before: {},
      after: { name, nameEn, ...given },
    });
    tell(tx, { noun: 'role', nounId: id });
    return { id };
  });
}

const folded = (name: string) => name.toLowerCase();

/** @throws Refusal `invalid` for a name that another added role has */
export async function refuseSameRoleName(
  tx: Db,
  roleId: string | null,
  { name, nameEn }: { name: string; nameEn: string },
): Promise<void> {
  const others = (await listRoles(tx)).filter((role) => role.id !== roleId);
  if (others.some((role) => role.name !== null && folded(role.name) === folded(name)))
    throw invalid({ name: 'alreadyUsed' });
  if (others.some((role) => role.nameEn !== null && folded(role.nameEn) === folded(nameEn)))
    throw invalid({ nameEn: 'alreadyUsed' });
}
