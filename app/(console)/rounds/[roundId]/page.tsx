import type { Metadata } from 'next';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { RoundScreen } from '@/components/rounds/round-screen';
import { getRound } from '@/lib/operations/rounds/get-round';

type Props = { params: Promise<{ roundId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('rounds.title') };
}

export default async function RoundPage({ params }: Props) {
  const { context } = await signedInPage();
  const round = await readOrNotFound(getRound(context, await params));
  return (
    <>
      <RefreshOnNews nouns={['round', 'complaint']} />
      <RoundScreen round={round} />
    </>
  );
}
