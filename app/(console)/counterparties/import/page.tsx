import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { ImportScreen } from '@/components/counterparties/import-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { mayImport } from '@/lib/domain/employees/permissions';
import { listImports } from '@/lib/operations/counterparties/list-imports';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('import.title') };
}

export default async function ImportPage() {
  const { person, context } = await signedInPage();
  if (!mayImport(person)) notFound();
  const { rows } = await listImports(context);
  return (
    <>
      <RefreshOnNews nouns={['counterparty']} />
      <ImportScreen history={rows} />
    </>
  );
}
