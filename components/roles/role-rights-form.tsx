'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { Panel } from '@/components/ui/panel';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import {
  type Grants,
  type Permission,
  type PermissionGroup,
  permissionGroups,
} from '@/lib/domain/employees/permission';
import type { RoleView } from '@/lib/domain/employees/roles.contract';
import { RightField } from './right-field';
import { beside, isSameGrants, roleEditionOf, savedRole } from './role-edition';
import { RolePreview } from './role-preview';
import { RolePreviewSummary } from './role-preview-summary';
import { useRolePreview } from './use-role-preview';

/** What a role may do: decided right by right, with whom it touches, and saved together. */
export function RoleRightsForm({ role }: { role: RoleView }) {
  const t = useTranslations('roles');
  const common = useTranslations('common');
  const words = useErrorWords();
  const router = useRouter();
  const [edition, setEdition] = useState(() => roleEditionOf(role));
  const followed = beside(edition, role);
  if (followed !== edition) setEdition(followed);
  const { base, form: grants, version } = followed;
  const setGrants = (form: Grants) => setEdition((before) => ({ ...before, form }));
  const isChanged = !isSameGrants(grants, base);
  const previewed = useRolePreview(role.id, isChanged ? grants : null);
  const save = useChange<Grants, { version: number }>(
    (wanted, options) => api.patch(`/roles/${role.id}`, { version, grants: wanted }, options),
    {
      onDone: (answer, wanted) => {
        setEdition((before) => savedRole(before, wanted, answer.version));
        notify(t('saved'));
        router.refresh();
      },
      onRefused: ({ code }) => {
        if (code !== 'conflict') return;
        save.clearError();
        notify(t('outdated'));
        router.refresh();
      },
    },
  );
  const decide = (permission: Permission, decision: boolean | undefined) =>
    setEdition(({ form: { [permission]: _, ...others }, ...before }) => ({
      ...before,
      form: decision === undefined ? others : { ...others, [permission]: decision },
    }));
  const leavesNobody = previewed.state === 'counted' && previewed.preview.leavesNobody;
  return (
    <div className="flex flex-col gap-4">
      {(Object.keys(permissionGroups) as PermissionGroup[]).map((group) => (
        <Panel key={group} title={t(`groups.${group}`)}>
          <div className="flex max-w-3xl flex-col gap-4">
            {permissionGroups[group].map((permission) => (
              <RightField
                key={permission}
                role={role}
                permission={permission}
                decision={grants[permission]}
                onDecide={(decision) => decide(permission, decision)}
              />
            ))}
          </div>
        </Panel>
      ))}
      <RolePreview previewed={previewed} />
      <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 desk:sticky desk:bottom-0 desk:z-10">
        <RolePreviewSummary previewed={previewed} />
        {save.error ? (
          <InlineAlert tone="danger" urgent>
            {save.error.details.reason === 'lastAdministrator'
              ? t('why.lastAdministrator')
              : words.ofError(save.error)}
          </InlineAlert>
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          {role.isAdded || Object.keys(grants).length === 0 ? null : (
            <Button onClick={() => setGrants({})}>{t('restore')}</Button>
          )}
          {isChanged ? <Button onClick={() => setGrants(base)}>{common('cancel')}</Button> : null}
          <Button
            variant="primary"
            busy={save.busy}
            disabledReason={leavesNobody ? t('preview.leavesNobody') : isChanged ? null : t('unchangedForm')}
            onClick={() => void save.run(grants)}
          >
            {common('save')}
          </Button>
        </div>
      </div>
    </div>
  );
}
