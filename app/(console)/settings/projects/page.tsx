import { notFound } from 'next/navigation';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { EnablingButton } from '@/components/settings/enabling-button';
import { AddProject, RenameProject } from '@/components/settings/project-dialogs';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { mayEditDirectories } from '@/lib/domain/employees/permissions';
import type { ProjectView } from '@/lib/domain/settings/projects.contract';
import { listProjects } from '@/lib/operations/settings/list-projects';

export default async function ProjectsPage() {
  const { person, context } = await signedInPage();
  if (!mayEditDirectories(person)) notFound();
  const { rows } = await listProjects(context);
  const { t, format } = await requestLanguage();
  return (
    <>
      <RefreshOnNews nouns={['project']} />
      <PageHeader title={t('settings.nav.projects')} actions={<AddProject />} />
      <div className="flex flex-col gap-4">
        <Panel flush>
          <DataTable<ProjectView>
            caption={t('projects.list')}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('projects.empty')} text={t('projects.hint')} />}
            columns={[
              { key: 'name', header: t('projects.name'), isRowHeader: true, cell: (row) => row.name },
              {
                key: 'state',
                header: t('settings.state'),
                cell: (row) =>
                  row.disabledAt === null ? (
                    <Badge tone="good">{t('settings.inUse')}</Badge>
                  ) : (
                    <Badge>{t('settings.disabled', { at: format.dateTime(row.disabledAt, 'date') })}</Badge>
                  ),
              },
              {
                key: 'actions',
                header: t('common.actions'),
                isHeaderHidden: true,
                align: 'end',
                cell: (row) => (
                  <div className="flex gap-1">
                    <RenameProject project={row} />
                    <EnablingButton
                      path={`/projects/${row.id}`}
                      name={row.name}
                      isDisabled={row.disabledAt !== null}
                    />
                  </div>
                ),
              },
            ]}
          />
        </Panel>
        <HistoryPanel context={context} noun="project" />
      </div>
    </>
  );
}
