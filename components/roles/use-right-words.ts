'use client';

import { useLocale, useTranslations } from 'use-intl';
import { grantedByDefault, type Permission } from '@/lib/domain/employees/permission';
import { departmentKinds, type Role } from '@/lib/domain/employees/roles';
import type { RoleView } from '@/lib/domain/employees/roles.contract';
import { localizedName } from '@/lib/domain/localized-name';

type Named = Pick<RoleView, 'id' | 'name' | 'nameEn'>;

/** Where a role has a right by default; an added one nowhere. */
export const defaultOf = ({ id, isAdded }: Pick<RoleView, 'id' | 'isAdded'>, permission: Permission) =>
  isAdded ? [] : grantedByDefault(id as Role, permission);

/** What roles are called, and how far a right goes. */
export function useRightWords() {
  const t = useTranslations();
  const locale = useLocale();
  return {
    role: ({ id, name, nameEn }: Named) =>
      name === null
        ? t(`employees.roles.${id as Role}`)
        : localizedName({ name, nameEn: nameEn ?? '' }, locale),
    extent: (departments: ReturnType<typeof defaultOf>) => {
      if (departments.length === departmentKinds.length) return t('roles.granted');
      if (departments.length === 0) return t('roles.withdrawn');
      const names = departments.map((kind) => t(`departments.kinds.${kind}`)).join(', ');
      return t('roles.inDepartments', { departments: names });
    },
  };
}
