import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { OneImportScreen } from '@/components/imports/one-import-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { mayImport } from '@/lib/domain/employees/permissions';
import { getImport } from '@/lib/operations/imports/get-import';
import { listImportRows } from '@/lib/operations/imports/list-import-rows';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('import.title') };
}

type Props = { params: Promise<{ importId: string }>; searchParams: SearchParams };

const pageSize = 50;

export default async function ImportPage({ params, searchParams }: Props) {
  const { person, context } = await signedInPage();
  if (!mayImport(person)) notFound();
  const { importId } = await params;
  const address = await searchParams;
  const job = await readOrNotFound(getImport(context, { importId }));
  const rowsOf = (show: 'problems' | 'kept', after: string | undefined) =>
    listImportRows(context, { importId, show, after, limit: pageSize });
  const problems = await rowsOf('problems', textOf(address.after));
  const kept = await rowsOf('kept', textOf(address.afterKept));
  return (
    <>
      <RefreshOnNews nouns={['import']} />
      <OneImportScreen job={job} problems={problems} kept={kept} />
    </>
  );
}
