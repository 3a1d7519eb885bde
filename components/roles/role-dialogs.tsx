'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { EntryDialog } from '@/components/settings/entry-dialog';
import { Button } from '@/components/ui/button';
import { FormTextField } from '@/components/ui/form-fields';
import { type RoleView, roleContracts } from '@/lib/domain/employees/roles.contract';

const names = roleContracts.create.body!.pick({ name: true, nameEn: true });

function NameFields() {
  const t = useTranslations('roles');
  return (
    <>
      <FormTextField name="name" label={t('name')} required autoComplete="off" />
      <FormTextField name="nameEn" label={t('nameEn')} required autoComplete="off" />
    </>
  );
}

/** A role of one's own begins without any right: they are chosen on its page. */
export function AddRole() {
  const t = useTranslations('roles');
  return (
    <EntryDialog
      trigger={
        <Button variant="primary" icon={<Plus />}>
          {t('add')}
        </Button>
      }
      title={t('add')}
      description={t('addText')}
      schema={names}
      defaultValues={{ name: '', nameEn: '' }}
      keptAs="new role"
      send={(values, options) => api.post('/roles', { ...values, grants: {} }, options)}
      savedMessage={t('added')}
      submitLabel={t('add')}
    >
      <NameFields />
    </EntryDialog>
  );
}

export function RenameRole({ role }: { role: RoleView }) {
  const t = useTranslations('roles');
  return (
    <EntryDialog
      trigger={<Button>{t('rename')}</Button>}
      title={t('rename')}
      schema={names}
      defaultValues={{ name: role.name ?? '', nameEn: role.nameEn ?? '' }}
      keptAs={`role ${role.id}`}
      send={(values, options) =>
        api.patch(`/roles/${role.id}`, { ...values, version: role.version }, options)
      }
      savedMessage={t('renamed')}
    >
      <NameFields />
    </EntryDialog>
  );
}
