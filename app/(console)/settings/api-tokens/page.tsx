import { notFound } from 'next/navigation';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { ApiTokensTable } from '@/components/api-tokens/api-tokens-table';
import { RefreshOnNews } from '@/components/live/live-provider';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { listApiTokens } from '@/lib/operations/sessions/list-api-tokens';

type Props = { searchParams: Promise<{ after?: string }> };

export default async function ApiTokensPage({ searchParams }: Props) {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { after } = await searchParams;
  const { rows, next } = await listApiTokens(context, { after, limit: 100 });
  const { t } = await requestLanguage();
  return (
    <>
      <RefreshOnNews nouns={['apiToken', 'employee']} />
      <PageHeader title={t('apiTokens.title')} />
      <p className="max-w-3xl pb-4 text-soft">{t('apiTokens.allHint')}</p>
      <Panel flush>
        <ApiTokensTable
          tokens={rows}
          withOwner
          footer={
            <Pager
              firstHref={after ? '/settings/api-tokens' : null}
              nextHref={next ? `/settings/api-tokens?after=${next}` : null}
            />
          }
        />
      </Panel>
    </>
  );
}
