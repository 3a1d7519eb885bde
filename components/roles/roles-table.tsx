'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import type { RoleView } from '@/lib/domain/employees/roles.contract';
import { useRightWords } from './use-right-words';

/** The roles, how many people have each, and which were changed; each leads to its page. */
export function RolesTable({ roles }: { roles: readonly RoleView[] }) {
  const t = useTranslations('roles');
  const format = useFormatter();
  const words = useRightWords();
  const stateOf = (role: RoleView) => {
    if (role.disabledAt !== null)
      return <Badge tone="danger">{t('disabled', { at: format.dateTime(role.disabledAt, 'date') })}</Badge>;
    if (role.isAdded) return <Badge>{t('addedRole')}</Badge>;
    const count = Object.keys(role.grants).length;
    return count === 0 ? (
      <span className="text-soft">{t('unchanged')}</span>
    ) : (
      <Badge tone="accent">{t('changedCount', { count })}</Badge>
    );
  };
  return (
    <DataTable
      caption={t('title')}
      rows={roles}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/settings/roles/${id}`}
      columns={[
        { key: 'name', header: t('name'), isRowHeader: true, cell: words.role },
        { key: 'people', header: t('who'), cell: ({ employees }) => t('people', { count: employees }) },
        { key: 'state', header: t('state'), cell: stateOf },
      ]}
    />
  );
}
