import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { ImportScreen } from '@/components/counterparties/import-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { Pager } from '@/components/ui/pager';
import { mayImport } from '@/lib/domain/employees/permissions';
import { listImports } from '@/lib/operations/counterparties/list-imports';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('import.title') };
}

type Props = { searchParams: Promise<{ after?: string }> };

export default async function ImportPage({ searchParams }: Props) {
  const { person, context } = await signedInPage();
  if (!mayImport(person)) notFound();
  const { after } = await searchParams;
  const { rows, next } = await listImports(context, { after, limit: 20 });
  return (
    <>
      <RefreshOnNews nouns={['counterparty']} />
      <ImportScreen history={rows} />
      <Pager
        firstHref={after ? '/counterparties/import' : null}
        nextHref={next ? `/counterparties/import?${new URLSearchParams({ after: next })}` : null}
      />
    </>
  );
}
