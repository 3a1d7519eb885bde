'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { FormTextField } from '@/components/ui/form-fields';
import { type ProjectView, projectContracts } from '@/lib/domain/settings/projects.contract';
import { EntryDialog } from './entry-dialog';

export function AddProject() {
  const t = useTranslations('projects');
  return (
    <EntryDialog
      trigger={
        <Button variant="primary" icon={<Plus />}>
          {t('add')}
        </Button>
      }
      title={t('add')}
      description={t('hint')}
      schema={projectContracts.create.body!}
      defaultValues={{ name: '' }}
      keptAs="new project"
      send={(values, options) => api.post('/projects', values, options)}
      savedMessage={t('saved')}
      submitLabel={t('add')}
    >
      <FormTextField name="name" label={t('name')} required />
    </EntryDialog>
  );
}

export function RenameProject({ project }: { project: ProjectView }) {
  const t = useTranslations('projects');
  return (
    <EntryDialog
      trigger={
        <Button size="small" variant="quiet" aria-label={`${t('rename')}: ${project.name}`}>
          {t('rename')}
        </Button>
      }
      title={t('rename')}
      schema={projectContracts.create.body!}
      defaultValues={{ name: project.name }}
      keptAs={`project ${project.id}`}
      send={(values, options) => api.patch(`/projects/${project.id}`, values, options)}
      savedMessage={t('saved')}
    >
      <FormTextField name="name" label={t('name')} required />
    </EntryDialog>
  );
}
