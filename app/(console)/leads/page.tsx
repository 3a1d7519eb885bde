import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { LeadInbox } from '@/components/leads/lead-inbox';
import { RefreshOnNews } from '@/components/live/live-provider';
import { maySeeLeads } from '@/lib/domain/leads/lead-rights';
import { listLeads } from '@/lib/operations/leads/list-leads';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('leads.title') };
}

export default async function LeadsPage() {
  const { person, context } = await signedInPage();
  if (!maySeeLeads(person)) notFound();
  return (
    <>
      <RefreshOnNews nouns={['lead', 'nextReaction']} />
      <LeadInbox inbox={await listLeads(context)} personId={person.id} />
    </>
  );
}
