import type { Metadata } from 'next';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { RemarksScreen } from '@/components/reviews/remarks-screen';
import { Pager } from '@/components/ui/pager';
import { listRemarks } from '@/lib/operations/reviews/list-reviews';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('reviews.mine') };
}

type Props = { searchParams: Promise<{ after?: string }> };

export default async function RemarksPage({ searchParams }: Props) {
  const { context } = await signedInPage();
  const { after } = await searchParams;
  const { rows, next } = await listRemarks(context, { after, limit: 50 });
  return (
    <>
      <RefreshOnNews nouns={['review']} />
      <RemarksScreen rows={rows} />
      <Pager
        firstHref={after ? '/reviews/remarks' : null}
        nextHref={next ? `/reviews/remarks?${new URLSearchParams({ after: next })}` : null}
      />
    </>
  );
}
