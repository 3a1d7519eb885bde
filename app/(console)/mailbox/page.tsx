import type { Metadata } from 'next';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { MailboxScreen } from '@/components/letters/mailbox-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { isMailboxOnly } from '@/lib/context';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { listLetters } from '@/lib/operations/letters/list-letters';

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('letters.listTitle') };
}

export default async function MailboxPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const address = await searchParams;
  const mayAll = seesEveryCard(person);
  const scope = mayAll ? oneOf(address.scope, ['mine', 'all'] as const, 'mine') : 'mine';
  return (
    <>
      <RefreshOnNews nouns={['letter']} />
      <MailboxScreen
        scope={scope}
        mayAll={mayAll}
        isDemo={isMailboxOnly()}
        page={await listLetters(context, { scope, after: textOf(address.after), limit: pageSize })}
      />
    </>
  );
}
