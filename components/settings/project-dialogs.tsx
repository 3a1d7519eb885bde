'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { FormCheckbox, FormTextField } from '@/components/ui/form-fields';
import { type ProjectView, projectContracts } from '@/lib/domain/settings/projects.contract';
import { ChangeDialog, EntryDialog } from './entry-dialog';

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
      defaultValues={{ name: '', hasBook: false }}
      keptAs="new project"
      send={(values, options) => api.post('/projects', values, options)}
      savedMessage={t('saved')}
      submitLabel={t('add')}
    >
      <FormTextField name="name" label={t('name')} required />
      <FormCheckbox name="hasBook" label={t('hasBook')} hint={t('hasBookHint')} />
    </EntryDialog>
  );
}

export function EditProject({ project }: { project: ProjectView }) {
  const t = useTranslations('projects');
  return (
    <ChangeDialog
      trigger={
        <Button size="small" variant="quiet" aria-label={`${t('edit')}: ${project.name}`}>
          {t('edit')}
        </Button>
      }
      title={t('edit')}
      schema={projectContracts.create.body!}
      values={{ name: project.name, hasBook: project.hasBook }}
      version={project.version}
      keptAs={`project ${project.id}`}
      path={`/projects/${project.id}`}
      noun="project"
      nounId={project.id}
      isDisabled={project.disabledAt !== null}
      savedMessage={t('saved')}
    >
      <FormTextField name="name" label={t('name')} required />
      <FormCheckbox name="hasBook" label={t('hasBook')} hint={t('hasBookHint')} />
    </ChangeDialog>
  );
}
