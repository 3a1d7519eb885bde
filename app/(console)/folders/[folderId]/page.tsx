import type { Metadata } from 'next';
import { cache } from 'react';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { FolderScreen } from '@/components/folders/folder-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { hasPost } from '@/lib/context';
import { getFolder } from '@/lib/operations/folders/get-folder';

type Props = { params: Promise<{ folderId: string }> };

/** Read once for the title and the screen. */
const readFolder = cache(async (folderId: string) => {
  const { context } = await signedInPage();
  return readOrNotFound(getFolder(context, { folderId }, { hasPost: hasPost() }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await requestLanguage();
  const { number } = await readFolder((await params).folderId);
  return { title: t('folders.numbered', { number }) };
}

export default async function FolderPage({ params }: Props) {
  const folder = await readFolder((await params).folderId);
  return (
    <>
      <RefreshOnNews nouns={['folder', 'letter', 'appeal']} />
      <FolderScreen folder={folder} />
    </>
  );
}
