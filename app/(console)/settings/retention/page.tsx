import { notFound } from 'next/navigation';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { RetentionForm } from '@/components/settings/retention-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { retentionKinds } from '@/lib/domain/retention/retention';
import { getRetention } from '@/lib/operations/retention/get-retention';

export default async function RetentionPage() {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { t, format } = await requestLanguage();
  const { retention, version, lastRun } = await getRetention(context);
  const removed = retentionKinds.flatMap((kind) => {
    const count = lastRun?.counts[kind] ?? 0;
    return count > 0
      ? [t('retention.removed', { kind: t(`retention.kinds.${kind}`), count: format.number(count) })]
      : [];
  });
  const words = () => {
    if (!lastRun) return t('retention.neverRun');
    const at = format.dateTime(lastRun.at, 'dateTime');
    return removed.length === 0 ? t('retention.lastRunNothing', { at }) : t('retention.lastRun', { at });
  };
  return (
    <>
      <RefreshOnNews nouns={['settings']} />
      <PageHeader title={t('retention.title')} />
      <div className="flex flex-col gap-4">
        <Panel>
          <p className="pb-2 text-soft">{t('retention.hint')}</p>
          <p className="pb-4 text-soft">
            {t.rich('retention.recordings', {
              link: (words) => <TextLink href="/settings/numbers">{words}</TextLink>,
            })}
          </p>
          <RetentionForm retention={retention} version={version} />
        </Panel>
        <Panel title={words()}>
          {removed.length === 0 ? null : (
            <ul className="list-disc pl-5">
              {removed.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Panel>
        <HistoryPanel context={context} noun="retention" />
      </div>
    </>
  );
}
