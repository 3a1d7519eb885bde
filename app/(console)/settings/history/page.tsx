import { notFound } from 'next/navigation';
import { namesById } from '@/app/(console)/settings/people-choices';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { CsvButton } from '@/components/exports/csv-button';
import { RefreshOnNews } from '@/components/live/live-provider';
import { History } from '@/components/settings/history';
import { HistoryFilter } from '@/components/settings/history-filter';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { mayReadHistory } from '@/lib/domain/employees/permissions';
import { historyNouns } from '@/lib/domain/settings/history-nouns';
import { listChanges } from '@/lib/operations/settings/list-changes';

/** Waiting times and due times are told of as settings. */
const news = [...historyNouns, 'settings'];

type Props = { searchParams: Promise<{ noun?: string; nounId?: string; after?: string }> };

export default async function HistoryPage({ searchParams }: Props) {
  const { person, context } = await signedInPage();
  if (!mayReadHistory(person)) notFound();
  const given = await searchParams;
  const noun = historyNouns.find((known) => known === given.noun);
  const nounId = typeof given.nounId === 'string' ? given.nounId : undefined;
  const { rows, next } = await listChanges(context, { noun, nounId, after: given.after, limit: 50 });
  const { t, locale } = await requestLanguage();
  const address = (parts: Record<string, string>) =>
    `/settings/history?${new URLSearchParams({ ...(noun ? { noun } : {}), ...(nounId ? { nounId } : {}), ...parts })}`;
  return (
    <>
      <RefreshOnNews nouns={news} />
      <PageHeader
        title={t('settings.nav.history')}
        actions={<CsvButton list="history" filters={{ noun, nounId }} />}
      />
      <HistoryFilter noun={noun} />
      <Panel>
        <History changes={rows} names={await namesById(context, locale)} withNoun />
        <Pager
          firstHref={given.after ? address({}) : null}
          nextHref={next ? address({ after: next }) : null}
        />
      </Panel>
    </>
  );
}
