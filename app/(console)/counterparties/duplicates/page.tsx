import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { DuplicatesScreen } from '@/components/counterparties/duplicates-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { mayMergeCards } from '@/lib/domain/employees/permissions';
import { listDuplicates } from '@/lib/operations/counterparties/list-duplicates';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('duplicates.title') };
}

export default async function DuplicatesPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!mayMergeCards(person)) notFound();
  const { after } = await searchParams;
  const page = await listDuplicates(context, { after: textOf(after), limit: 50 });
  return (
    <>
      <RefreshOnNews nouns={['counterparty']} />
      <DuplicatesScreen page={page} />
    </>
  );
}
