import { notFound } from 'next/navigation';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { ErasureScreen } from '@/components/personal-data/erasure-screen';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { mayHandlePersonalData } from '@/lib/domain/employees/permissions';
import { getErasure } from '@/lib/operations/personal-data/get-erasure';

export default async function ErasurePage({ params }: { params: Promise<{ erasureId: string }> }) {
  const { person, context } = await signedInPage();
  if (!mayHandlePersonalData(person)) notFound();
  const { t } = await requestLanguage();
  const found = await readOrNotFound(getErasure(context, await params));
  return (
    <>
      <RefreshOnNews nouns={['erasure']} />
      <PageHeader
        up={<TextLink href="/settings/personal-data">{t('personalData.title')}</TextLink>}
        title={t('personalData.progress.title', { number: String(found.erasure.number) })}
      />
      <ErasureScreen {...found} />
    </>
  );
}
