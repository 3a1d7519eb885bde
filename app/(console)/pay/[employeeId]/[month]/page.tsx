import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { PayStatement } from '@/components/pay/pay-statement';
import { isMonth } from '@/lib/domain/pay/pay';
import { getPay } from '@/lib/operations/pay/get-pay';

type Props = { params: Promise<{ employeeId: string; month: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('pay.title') };
}

export default async function PayOfMonthPage({ params }: Props) {
  const { context } = await signedInPage();
  const { employeeId, month } = await params;
  if (!isMonth(month)) notFound();
  const pay = await readOrNotFound(getPay(context, { employeeId, month }));
  return (
    <>
      <RefreshOnNews nouns={['pay']} />
      <PayStatement key={`${employeeId} ${month}`} pay={pay} />
    </>
  );
}
