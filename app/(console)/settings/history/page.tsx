import { notFound } from 'next/navigation';
import { namesById } from '@/app/(console)/settings/people-choices';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { History } from '@/components/settings/history';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { mayReadHistory } from '@/lib/domain/employees/permissions';
import { historyNouns } from '@/lib/domain/settings/settings.contract';
import { listChanges } from '@/lib/operations/settings/list-changes';

type Props = { searchParams: Promise<{ noun?: string; nounId?: string; after?: string }> };

export default async function HistoryPage({ searchParams }: Props) {
  const { person, context } = await signedInPage();
  if (!mayReadHistory(person)) notFound();
  const given = await searchParams;
  const noun = historyNouns.find((known) => known === given.noun);
  const nounId = typeof given.nounId === 'string' ? given.nounId : undefined;
  const { rows, next } = await listChanges(context, { noun, nounId, after: given.after, limit: 50 });
  const { t } = await requestLanguage();
  const kept = { ...(noun ? { noun } : {}), ...(nounId ? { nounId } : {}) };
  const address = (parts: Record<string, string>) => `/settings/history?${new URLSearchParams(parts)}`;
  return (
    <>
      <PageHeader
        title={t('settings.nav.history')}
        meta={noun ? t(`settings.history.nouns.${noun}`) : null}
      />
      <Panel>
        <History changes={rows} names={await namesById(context)} withNoun />
        <Pager
          firstHref={given.after || noun ? address({}) : null}
          nextHref={next ? address({ ...kept, after: next }) : null}
        />
      </Panel>
    </>
  );
}
