import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { CompareScreen } from '@/components/counterparties/compare-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { compareCounterparties } from '@/lib/operations/counterparties/compare-counterparties';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('duplicates.comparison') };
}

type Props = { params: Promise<{ counterpartyId: string }>; searchParams: SearchParams };

export default async function ComparePage({ params, searchParams }: Props) {
  const { context } = await signedInPage();
  const { counterpartyId } = await params;
  const otherId = textOf((await searchParams).with);
  if (!otherId || otherId === counterpartyId) notFound();
  const compared = await readOrNotFound(compareCounterparties(context, { counterpartyId, otherId }));
  return (
    <>
      <RefreshOnNews nouns={['counterparty']} />
      <CompareScreen key={`${compared.own.id} ${compared.other.id}`} {...compared} />
    </>
  );
}
