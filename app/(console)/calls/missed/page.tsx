import type { Metadata } from 'next';
import { daysOf } from '@/app/(console)/days-of';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { MissedScreen } from '@/components/calls/missed/missed-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { missedShows } from '@/lib/domain/calls/missed-shows';
import { listMissedCallers } from '@/lib/operations/calls/list-missed-callers';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('missed.title') };
}

export default async function MissedCallsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const address = await searchParams;
  const shown = oneOf(address.show, missedShows, 'open');
  const { days, asked } = daysOf(address);
  const page = await readOrNotFound(
    listMissedCallers(context, { show: shown, ...asked, after: textOf(address.after), limit: 50 }),
  );
  return (
    <>
      <RefreshOnNews nouns={['call', 'nextReaction']} />
      <MissedScreen personId={person.id} {...{ shown, days, asked, page }} />
    </>
  );
}
