import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { ReportSettingsForm } from '@/components/reports/report-settings-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { WallboardTokens } from '@/components/wallboard/wallboard-tokens';
import { mayReadHistory } from '@/lib/domain/employees/permissions';
import { mayEditReportSettings, mayManageWallboards } from '@/lib/domain/reports/report-rights';
import { getReportSettings } from '@/lib/operations/reports/get-report-settings';
import { listWallboardTokens } from '@/lib/operations/reports/list-wallboard-tokens';

export default async function ReportSettingsPage() {
  const { person, context } = await signedInPage();
  const { t } = await requestLanguage();
  const { settings, version } = await getReportSettings(context);
  return (
    <>
      <RefreshOnNews nouns={['settings']} />
      <PageHeader title={t('reports.settings.title')} />
      <div className="flex flex-col gap-4">
        <Panel title={t('reports.settings.figures')}>
          <p className="pb-4 text-soft">{t('reports.settings.figuresHint')}</p>
          <ReportSettingsForm
            values={settings}
            version={version}
            isEditable={mayEditReportSettings(person)}
          />
        </Panel>
        {mayManageWallboards(person) ? (
          <WallboardTokens rows={(await listWallboardTokens(context)).rows} />
        ) : null}
        {mayReadHistory(person) ? (
          <>
            <HistoryPanel context={context} noun="reports" isNamed />
            <HistoryPanel context={context} noun="wallboard" isNamed />
          </>
        ) : null}
      </div>
    </>
  );
}
