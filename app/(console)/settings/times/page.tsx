import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { CallTimesForm, PromiseMinutesForm } from '@/components/settings/times-forms';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { mayAdminister, mayReadHistory } from '@/lib/domain/employees/permissions';
import { getPromises } from '@/lib/operations/settings/get-promises';
import { getTimes } from '@/lib/operations/settings/get-times';

export default async function TimesPage() {
  const { person, context } = await signedInPage();
  const { t } = await requestLanguage();
  const { times, version: timesVersion } = await getTimes(context);
  const { promises, version: promisesVersion } = await getPromises(context);
  const isEditable = mayAdminister(person);
  return (
    <>
      <RefreshOnNews nouns={['settings']} />
      <PageHeader title={t('settings.nav.times')} />
      <div className="flex flex-col gap-4">
        <Panel title={t('settings.times.calls')}>
          <p className="pb-4 text-soft">{t('settings.times.callsHint')}</p>
          <CallTimesForm values={times} version={timesVersion} isEditable={isEditable} />
        </Panel>
        <Panel title={t('settings.times.promises')}>
          <p className="pb-4 text-soft">{t('settings.times.promisesHint')}</p>
          <PromiseMinutesForm values={promises} version={promisesVersion} isEditable={isEditable} />
        </Panel>
        {mayReadHistory(person) ? (
          <>
            <HistoryPanel context={context} noun="times" isNamed />
            <HistoryPanel context={context} noun="promises" isNamed />
          </>
        ) : null}
      </div>
    </>
  );
}
