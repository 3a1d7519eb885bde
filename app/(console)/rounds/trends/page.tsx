import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { TrendsScreen } from '@/components/rounds/trends-screen';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { Refusal } from '@/lib/domain/errors';
import { maySeeEveryRound, maySeeRounds } from '@/lib/domain/rounds/round-rights';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { readTrends } from '@/lib/operations/rounds/read-trends';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('rounds.trendsPage.title') };
}

export default async function TrendsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!maySeeRounds(person)) redirect('/desk');
  const address = await searchParams;
  const wanted = {
    from: textOf(address.from),
    until: textOf(address.until),
    productId: textOf(address.product),
    counterpartyId: textOf(address.client),
  };
  const { data, error } = roundContracts.trends.query!.safeParse(wanted);
  const read = await readTrends(context, data ?? {}).catch((refusal: unknown) => {
    if (refusal instanceof Refusal && refusal.code === 'invalid') return Object.values(refusal.fields)[0];
    throw refusal;
  });
  const isRead = typeof read === 'object';
  return (
    <TrendsScreen
      trends={isRead ? read : await readTrends(context, {})}
      maySeeAll={maySeeEveryRound(person)}
      maySeeComplaints={seesEveryCard(person)}
      problem={isRead ? (error ? 'notADay' : null) : (read ?? null)}
    />
  );
}
