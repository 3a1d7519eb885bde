import type { Metadata } from 'next';
import { type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { PayScreen } from '@/components/pay/pay-screen';
import { isMonth } from '@/lib/domain/pay/pay';
import { listPay } from '@/lib/operations/pay/list-pay';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('pay.title') };
}

export default async function PayPage({ searchParams }: { searchParams: SearchParams }) {
  const { context } = await signedInPage();
  const asked = textOf((await searchParams).month);
  const pay = await listPay(context, { month: asked && isMonth(asked) ? asked : undefined });
  return (
    <>
      <RefreshOnNews nouns={['pay']} />
      <PayScreen {...pay} />
    </>
  );
}
