import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { ImportScreen } from '@/components/imports/import-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { mayImport } from '@/lib/domain/employees/permissions';
import { importKinds } from '@/lib/domain/imports/import-kind';
import { listImports } from '@/lib/operations/imports/list-imports';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('import.title') };
}

export default async function ImportsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!mayImport(person)) notFound();
  const address = await searchParams;
  const kind = oneOf(address.kind, importKinds, 'counterparties');
  const shown = oneOf(address.shown, [...importKinds, 'all'] as const, 'all');
  const page = await listImports(context, {
    kind: shown === 'all' ? undefined : shown,
    after: textOf(address.after),
    limit: 20,
  });
  return (
    <>
      <RefreshOnNews nouns={['import']} />
      <ImportScreen kind={kind} shown={shown} page={page} />
    </>
  );
}
