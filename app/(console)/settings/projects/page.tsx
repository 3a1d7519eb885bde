import { notFound } from 'next/navigation';
import { DirectoryPage, DirectoryTable } from '@/app/(console)/settings/directory-page';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { AddProject, EditProject } from '@/components/settings/project-dialogs';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { mayEditDirectories } from '@/lib/domain/employees/permissions';
import type { ProjectView } from '@/lib/domain/settings/projects.contract';
import { listProjects } from '@/lib/operations/settings/list-projects';

export default async function ProjectsPage() {
  const { person, context } = await signedInPage();
  if (!mayEditDirectories(person)) notFound();
  const { rows } = await listProjects(context);
  const { t } = await requestLanguage();
  return (
    <DirectoryPage title={t('settings.nav.projects')} nouns={['project']} actions={<AddProject />}>
      <Panel flush>
        <DirectoryTable<ProjectView>
          path="/projects"
          edit={(row) => <EditProject project={row} />}
          caption={t('projects.list')}
          rows={rows}
          empty={<EmptyState title={t('projects.empty')} text={t('projects.hint')} />}
          columns={[
            { key: 'name', header: t('projects.name'), isRowHeader: true, cell: (row) => row.name },
            {
              key: 'hasBook',
              header: t('projects.hasBook'),
              cell: (row) => (row.hasBook ? t('projects.withBook') : '—'),
            },
          ]}
        />
      </Panel>
      <HistoryPanel context={context} noun="project" />
    </DirectoryPage>
  );
}
