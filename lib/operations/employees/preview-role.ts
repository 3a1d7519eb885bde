import { listRoles, type RoleRow } from '@/db/roles';
import { allows, type Grants, permissions } from '@/lib/domain/employees/permission';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import type { RolePreview } from '@/lib/domain/employees/roles.contract';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { listRightsHolders } from './list-rights-holders';
import { grantsOf, roleOf } from './role-view';

/** Who would get and who would lose which right if a role were given these. @throws Refusal `forbidden`, `notFound` */
export async function previewRole(
  context: Context,
  { roleId, grants }: { roleId: string; grants: Grants },
): Promise<RolePreview> {
  const person = signedIn(context);
  if (!mayAdminister(person)) throw forbidden();
  const kept = await listRoles(context.read);
  const role = roleOf(kept, roleId);
  const wanted: RoleRow = { ...role, grants: grantsOf(role, grants) };
  const before = await listRightsHolders(context.read, kept);
  const after = new Map(
    (await listRightsHolders(context.read, [...kept.filter(({ id }) => id !== roleId), wanted])).map(
      (holder) => [holder.id, holder],
    ),
  );
  const changes = permissions
    .map((permission) => {
      const differ = (has: boolean) =>
        before
          .filter((holder) => allows(holder, permission) !== has)
          .filter(({ id }) => allows(after.get(id)!, permission) === has)
          .map(({ id, name }) => ({ id, name }));
      return { permission, gained: differ(true), lost: differ(false) };
    })
    .filter(({ gained, lost }) => gained.length + lost.length > 0);
  const countOf = (side: 'gained' | 'lost') =>
    new Set(changes.flatMap((change) => change[side].map(({ id }) => id))).size;
  const own = after.get(person.id);
  return {
    changes,
    gainedCount: countOf('gained'),
    lostCount: countOf('lost'),
    losesOwn: own === undefined || !allows(own, 'administer'),
    leavesNobody: ![...after.values()].some((holder) => allows(holder, 'administer')),
  };
}
