import type { Metadata } from 'next';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { ComplaintScreen } from '@/components/complaints/complaint-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { getComplaint } from '@/lib/operations/complaints/get-complaint';

type Props = { params: Promise<{ complaintId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('complaints.title') };
}

export default async function ComplaintPage({ params }: Props) {
  const { context } = await signedInPage();
  const complaint = await readOrNotFound(getComplaint(context, await params));
  return (
    <>
      <RefreshOnNews nouns={['complaint', 'nextReaction']} />
      <ComplaintScreen complaint={complaint} />
    </>
  );
}
