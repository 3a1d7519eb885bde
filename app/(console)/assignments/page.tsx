import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { AssignmentsScreen } from '@/components/assignments/assignments-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import { listAssignments } from '@/lib/operations/assignments/list-assignments';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('assignments.title') };
}

export default async function AssignmentsPage() {
  const { person, context } = await signedInPage();
  if (!mayAssignClients(person)) redirect('/desk');
  const assignments = await listAssignments(context);
  return (
    <>
      <RefreshOnNews nouns={['round', 'complaint']} />
      <AssignmentsScreen {...assignments} />
    </>
  );
}
