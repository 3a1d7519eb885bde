import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { oneOf, type SearchParams } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { CardScreen } from '@/components/counterparties/card-screen';
import type { CardTimelineStart } from '@/components/counterparties/card-timeline';
import { RefreshOnNews } from '@/components/live/live-provider';
import { timelineShows } from '@/lib/domain/counterparties/timeline-shows';
import { mayHandlePersonalData, mayReadAccessLog } from '@/lib/domain/employees/permissions';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { listAppealChains } from '@/lib/operations/counterparties/list-appeal-chains';
import { listTimeline } from '@/lib/operations/counterparties/list-timeline';

type Props = { params: Promise<{ counterpartyId: string }>; searchParams: SearchParams };

/** Read once for the title and the screen. */
const readCard = cache(async (counterpartyId: string) => {
  const { context } = await signedInPage();
  return readOrNotFound(getCounterparty(context, { counterpartyId }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readCard((await params).counterpartyId);
  return { title: page.card.name };
}

export default async function CounterpartyPage({ params, searchParams }: Props) {
  const { person } = await signedInPage();
  const { counterpartyId } = await params;
  const page = await readCard(counterpartyId);
  if (page.card.id !== counterpartyId) redirect(`/counterparties/${page.card.id}`);
  return (
    <>
      <RefreshOnNews
        nouns={['counterparty', 'appeal', 'reaction', 'nextReaction', 'call', 'round', 'complaint']}
      />
      <CardScreen
        page={page}
        timeline={await readTimeline(page.card.id, await searchParams)}
        mayReadAccessLog={mayReadAccessLog(person)}
        mayHandlePersonalData={mayHandlePersonalData(person)}
        person={{ id: person.id, name: person.name, departmentKind: person.departmentKind }}
      />
    </>
  );
}

async function readTimeline(
  counterpartyId: string,
  address: Awaited<SearchParams>,
): Promise<CardTimelineStart> {
  const { context } = await signedInPage();
  const show = oneOf(address.show, timelineShows, 'all');
  if (oneOf(address.group, ['time', 'appeal'] as const, 'time') === 'time') {
    const first = await listTimeline(context, { counterpartyId, show, appeals: 'all', limit: 50 });
    return { group: 'time', show, first };
  }
  const chains = await listAppealChains(context, { counterpartyId, show, limit: 20 });
  const outside = await listTimeline(context, { counterpartyId, show, appeals: 'none', limit: 20 });
  return { group: 'appeal', show, chains, outside };
}
