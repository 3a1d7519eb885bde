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

type Props = { searchParams: Promise<{ after?: string }> };

export default async function UnfinishedCallsPage({ searchParams }: Props) {
  const { context } = await signedInPage();
  const { after } = await searchParams;
  const { rows, next, count } = await listUnfinishedCalls(context, { after, limit: 50 });
  return (
    <>
      <RefreshOnNews nouns={['call']} />
      <UnfinishedScreen rows={rows} next={next} count={count} />
    </>
  );
}
