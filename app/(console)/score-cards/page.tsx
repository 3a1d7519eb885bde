import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { CardsScreen } from '@/components/score-cards/cards-screen';
import { scoreCardStates } from '@/lib/domain/score-cards/score-card';
import { mayScoreCalls } from '@/lib/domain/score-cards/score-card-rights';
import { listChoices } from '@/lib/operations/reactions/list-choices';
import { listScoreCards } from '@/lib/operations/score-cards/list-score-cards';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('scoreCards.list') };
}

export default async function ScoreCardsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!mayScoreCalls(person)) redirect('/score-cards/mine');
  const address = await searchParams;
  const state = oneOf(address.state, [...scoreCardStates, 'all'] as const, 'all');
  const { employees } = await listChoices(context);
  const employeeId = oneOf(
    address.employee,
    employees.map(({ id }) => id),
    'any',
  );
  const page = await listScoreCards(context, {
    state,
    employeeId: employeeId === 'any' ? undefined : employeeId,
    after: textOf(address.after),
    limit: 50,
  });
  return (
    <>
      <RefreshOnNews nouns={['scoreCard']} />
      <CardsScreen {...{ page, state, employeeId, employees }} />
    </>
  );
}
