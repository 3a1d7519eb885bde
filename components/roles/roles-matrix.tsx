'use client';

import { Check, Minus } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { TextLink } from '@/components/ui/text-link';
import { type Permission, type PermissionGroup, permissionGroups } from '@/lib/domain/employees/permission';
import { departmentKinds } from '@/lib/domain/employees/roles';
import type { RoleView } from '@/lib/domain/employees/roles.contract';
import { defaultOf, useRightWords } from './use-right-words';

/** Every right of every role at a glance; a role is changed on its own page. */
export function RolesMatrix({ roles }: { roles: readonly RoleView[] }) {
  const t = useTranslations('roles');
  const words = useRightWords();
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{t('matrix')}</caption>
        <thead>
          <tr className="align-bottom">
            <th scope="col" className="min-w-56 border-line border-b px-4 py-2 font-medium text-faint">
              {t('permission')}
            </th>
            {roles.map((role) => (
              <th
                key={role.id}
                scope="col"
                className="min-w-24 border-line border-b px-2 py-2 text-center font-medium"
              >
                <TextLink href={`/settings/roles/${role.id}`}>{words.role(role)}</TextLink>
              </th>
            ))}
          </tr>
        </thead>
        {(Object.keys(permissionGroups) as PermissionGroup[]).map((group) => (
          <Fragment key={group}>
            <tbody>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={roles.length + 1}
                  className="border-line border-b bg-sunken px-4 py-1 font-semibold"
                >
                  {t(`groups.${group}`)}
                </th>
              </tr>
              {permissionGroups[group].map((permission) => (
                <tr key={permission} className="border-line border-b">
                  <th scope="row" className="px-4 py-1.5 font-normal">
                    {t(`permissions.${permission}.label`)}
                  </th>
                  {roles.map((role) => (
                    <Cell key={role.id} role={role} permission={permission} />
                  ))}
                </tr>
              ))}
            </tbody>
          </Fragment>
        ))}
      </table>
    </div>
  );
}

function Cell({ role, permission }: { role: RoleView; permission: Permission }) {
  const t = useTranslations('roles');
  const words = useRightWords();
  const decision = role.grants[permission];
  const given = defaultOf(role, permission);
  const extent = decision === undefined ? given : decision ? departmentKinds : [];
  const isDifferent = !role.isAdded && decision !== undefined;
  return (
    <td className="px-2 py-1.5 text-center">
      <span className="inline-flex items-center gap-1 [&_svg]:size-4">
        {extent.length === departmentKinds.length ? (
          <Check aria-hidden="true" className="text-good-ink" />
        ) : extent.length === 0 ? (
          <Minus aria-hidden="true" className="text-faint" />
        ) : (
          <span className="text-soft">{words.extent(extent)}</span>
        )}
        {extent.length === 0 || extent.length === departmentKinds.length ? (
          <span className="sr-only">{words.extent(extent)}</span>
        ) : null}
        {isDifferent ? (
          <>
            <span aria-hidden="true" className="size-2 rounded-full bg-accent" />
            <span className="sr-only">, {t('differs')}</span>
          </>
        ) : null}
      </span>
    </td>
  );
}
