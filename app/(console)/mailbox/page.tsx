import type { Metadata } from 'next';
import { daysOf } from '@/app/(console)/days-of';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { MailboxScreen } from '@/components/letters/mailbox-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { isMailboxOnly } from '@/lib/context';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { listLetters } from '@/lib/operations/letters/list-letters';
import { listChoices } from '@/lib/operations/reactions/list-choices';

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
  const { employees } = scope === 'all' ? await listChoices(context) : { employees: [] };
  const employeeId = oneOf(address.employee, ['', ...employees.map(({ id }) => id)], '');
  const { days, asked: askedDays } = daysOf(address);
  const asked = { scope, employeeId: employeeId || undefined, ...askedDays };
  return (
    <>
      <RefreshOnNews nouns={['letter']} />
      <MailboxScreen
        scope={scope}
        mayAll={mayAll}
        isDemo={isMailboxOnly()}
        filters={{ employeeId, ...days }}
        asked={asked}
        employees={employees}
        page={await listLetters(context, { ...asked, after: textOf(address.after), limit: pageSize })}
      />
    </>
  );
}
