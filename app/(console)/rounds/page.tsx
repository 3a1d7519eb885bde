import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { clientManagersOf } from '@/app/(console)/client-managers-of';
import { dayOf, oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { RoundsScreen } from '@/components/rounds/rounds-screen';
import { endedRoundStates } from '@/lib/domain/rounds/round';
import { maySeeEveryRound, maySeeRounds } from '@/lib/domain/rounds/round-rights';
import { roundContracts, roundShows } from '@/lib/domain/rounds/rounds.contract';
import { listedPeriodOf, trendDayOf } from '@/lib/domain/rounds/trend-period';
import { listChoices } from '@/lib/operations/reactions/list-choices';
import { listRounds } from '@/lib/operations/rounds/list-rounds';
import { nameNarrowing } from '@/lib/operations/rounds/name-narrowing';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('rounds.title') };
}

export default async function RoundsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!maySeeRounds(person)) redirect('/desk');
  const address = await searchParams;
  const maySeeAll = maySeeEveryRound(person);
  const calls = person.departmentKind === 'client';
  const show = oneOf(address.show, roundShows, 'due');
  const scope = maySeeAll ? oneOf(address.scope, ['mine', 'all'] as const, calls ? 'mine' : 'all') : 'mine';
  const managers = scope === 'all' ? clientManagersOf(await listChoices(context)) : [];
  const managerId = oneOf(address.manager, ['', ...managers.map(({ id }) => id)], '');
  const outcome = show === 'ended' ? oneOf(address.outcome, ['', ...endedRoundStates] as const, '') : '';
  const { data } = roundContracts.list.query!.safeParse({
    from: dayOf(address.from) || undefined,
    until: dayOf(address.until) || undefined,
    counterpartyId: textOf(address.client),
    productId: textOf(address.product),
    subject: textOf(address.subject),
    verdict: textOf(address.verdict),
  });
  const ended: Partial<NonNullable<typeof data>> = show === 'ended' && data ? data : {};
  const { counterpartyId, productId, subject, verdict } = ended;
  const isLookedThrough = Boolean(productId || (subject && verdict));
  const { from, until } = isLookedThrough ? listedPeriodOf(ended, trendDayOf(context.now())) : ended;
  const page = await listRounds(context, {
    ...{ show, scope, from, until, counterpartyId, productId, subject, verdict },
    managerId: managerId || undefined,
    state: outcome || undefined,
    after: textOf(address.after),
    limit: 50,
  });
  const { product, client } = await nameNarrowing(context.read, person, { productId, counterpartyId });
  return (
    <>
      <RefreshOnNews nouns={['round', 'complaint']} />
      <RoundsScreen
        {...{ page, show, scope, maySeeAll, calls, managerId, outcome, managers }}
        {...{ from, until, clientId: counterpartyId, productId }}
        {...{ clientName: client?.name, productName: product?.name }}
        said={subject && verdict ? { subject, verdict } : undefined}
      />
    </>
  );
}
