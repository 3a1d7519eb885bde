import type { Metadata } from 'next';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { UnfinishedScreen } from '@/components/calls/unfinished/unfinished-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { listUnfinishedCalls } from '@/lib/operations/calls/list-unfinished-calls';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('unfinished.title') };
}

export default async function UnfinishedCallsPage() {
  const { context } = await signedInPage();
  const { rows, count } = await listUnfinishedCalls(context);
  return (
    <>
      <RefreshOnNews nouns={['call']} />
      <UnfinishedScreen rows={rows} count={count} />
    </>
  );
}
