import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { FoldersScreen } from '@/components/folders/folders-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { mayOpenFolders, seesEveryFolder } from '@/lib/domain/folders/folder-rights';
import { askedWaits, folderStates } from '@/lib/domain/folders/folder-state';
import { listFolders } from '@/lib/operations/folders/list-folders';
import { listChoices } from '@/lib/operations/reactions/list-choices';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('folders.board') };
}

export default async function FoldersPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!mayOpenFolders(person)) notFound();
  const address = await searchParams;
  const state = oneOf(address.state, ['open', ...folderStates, 'all'] as const, 'open');
  const scope = oneOf(address.scope, ['all', 'mine'] as const, 'all');
  const seesAll = seesEveryFolder(person);
  const { employees } = seesAll ? await listChoices(context) : { employees: [] };
  const filters = {
    waitsFor: oneOf(address.waitsFor, ['', ...askedWaits] as const, ''),
    isLate: address.late === 'true',
    employeeId: oneOf(address.employee, ['', ...employees.map(({ id }) => id)], ''),
    text: textOf(address.text)?.slice(0, 200) ?? '',
  };
  const page = await listFolders(context, {
    ...{ state, scope },
    waitsFor: filters.waitsFor || undefined,
    late: filters.isLate || undefined,
    employeeId: filters.employeeId || undefined,
    text: filters.text || undefined,
    after: textOf(address.after),
    limit: 50,
  });
  return (
    <>
      <RefreshOnNews nouns={['folder']} />
      <FoldersScreen {...{ page, state, scope, filters, seesAll, employees }} />
    </>
  );
}
