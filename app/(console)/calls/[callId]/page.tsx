import type { Metadata } from 'next';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { ReviewScreen } from '@/components/calls/review/review-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { mayReadJournal } from '@/lib/domain/employees/permissions';
import { reviewCall } from '@/lib/operations/calls/review-call';
import { getCallScoring } from '@/lib/operations/score-cards/get-score-card';

type Props = { params: Promise<{ callId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('calls.review.call') };
}

export default async function CallReviewPage({ params }: Props) {
  const { person, context } = await signedInPage();
  const asked = await params;
  const review = await readOrNotFound(reviewCall(context, asked));
  const scoring = await readOrNotFound(getCallScoring(context, asked));
  return (
    <>
      <RefreshOnNews
        nouns={['call', 'reaction', 'nextReaction', 'lead', 'blockedNumber', 'review', 'scoreCard']}
      />
      <ReviewScreen {...{ review, scoring }} personId={person.id} mayReadJournal={mayReadJournal(person)} />
    </>
  );
}
