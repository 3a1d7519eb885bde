import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { TrendsScreen } from '@/components/rounds/trends-screen';
import { maySeeRounds } from '@/lib/domain/rounds/round-rights';
import { readTrends } from '@/lib/operations/rounds/read-trends';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('rounds.trendsPage.title') };
}

export default async function TrendsPage() {
  const { person, context } = await signedInPage();
  if (!maySeeRounds(person)) redirect('/desk');
  return <TrendsScreen trends={await readTrends(context, {})} />;
}
