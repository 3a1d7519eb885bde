import type { Metadata } from 'next';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { Desk } from '@/components/calls/desk/desk';
import { listLastCalls } from '@/lib/operations/calls/list-last-calls';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('desk.title') };
}

export default async function DeskPage() {
  const { context } = await signedInPage();
  return <Desk lastCalls={await listLastCalls(context)} />;
}
