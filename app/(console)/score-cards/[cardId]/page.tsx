import type { Metadata } from 'next';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { OwnCardScreen } from '@/components/score-cards/own-card-screen';
import { getScoreCard } from '@/lib/operations/score-cards/get-score-card';

type Props = { params: Promise<{ cardId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('scoreCards.title') };
}

export default async function ScoreCardPage({ params }: Props) {
  const { person, context } = await signedInPage();
  const card = await readOrNotFound(getScoreCard(context, await params));
  return (
    <>
      <RefreshOnNews nouns={['scoreCard']} />
      <OwnCardScreen card={card} isOwn={card.employee?.id === person.id} />
    </>
  );
}
