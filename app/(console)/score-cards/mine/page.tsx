import type { Metadata } from 'next';
import { type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { OwnCardsScreen } from '@/components/score-cards/own-cards-screen';
import { mayScoreCalls } from '@/lib/domain/score-cards/score-card-rights';
import { listOwnScoreCards } from '@/lib/operations/score-cards/list-score-cards';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('scoreCards.mine') };
}

export default async function OwnScoreCardsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const page = await listOwnScoreCards(context, { after: textOf((await searchParams).after), limit: 50 });
  return (
    <>
      <RefreshOnNews nouns={['scoreCard']} />
      <OwnCardsScreen page={page} isReviewer={mayScoreCalls(person)} />
    </>
  );
}
