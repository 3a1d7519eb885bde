import type { Metadata } from 'next';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { RemarksScreen } from '@/components/reviews/remarks-screen';
import { listRemarks } from '@/lib/operations/reviews/list-reviews';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('reviews.mine') };
}

export default async function RemarksPage() {
  const { context } = await signedInPage();
  const { rows } = await listRemarks(context);
  return (
    <>
      <RefreshOnNews nouns={['review']} />
      <RemarksScreen rows={rows} />
    </>
  );
}
