import type { Metadata } from 'next';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { AppealsScreen } from '@/components/appeals/appeals-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { appealStates } from '@/lib/domain/appeals/appeals.contract';
import { timeOrders } from '@/lib/domain/paging';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('appeals.title') };
}

export default async function AppealsPage({ searchParams }: { searchParams: SearchParams }) {
  const { context } = await signedInPage();
  const address = await searchParams;
  const state = oneOf(address.state, appealStates, 'open');
  const order = oneOf(address.order, timeOrders, 'newest');
  const page = await listAppeals(context, { state, order, after: textOf(address.after), limit: pageSize });
  return (
    <>
      <RefreshOnNews nouns={['appeal', 'nextReaction']} />
      <AppealsScreen page={page} state={state} order={order} />
    </>
  );
}
