import type { Metadata } from 'next';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { LiveScreen } from '@/components/supervision/live-screen';
import { liveShows } from '@/lib/domain/calls/live-shows';
import { reviewsEverything } from '@/lib/domain/employees/permissions';
import { listChoices } from '@/lib/operations/reactions/list-choices';
import { listLiveCalls } from '@/lib/operations/supervision/list-live-calls';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('supervision.title') };
}

export default async function LiveCallsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const address = await searchParams;
  const shown = oneOf(address.show, liveShows, 'all');
  const { employees } = await listChoices(context);
  const employee = employees.find(({ id }) => id === address.person) ?? null;
  const page = await readOrNotFound(
    listLiveCalls(context, {
      ...{ show: shown, employeeId: employee?.id },
      ...{ after: textOf(address.after), limit: 50 },
    }),
  );
  return (
    <>
      <RefreshOnNews nouns={['call']} />
      <LiveScreen
        shown={shown}
        employeeName={employee?.name ?? null}
        page={page}
        withDepartment={reviewsEverything(person)}
        personId={person.id}
      />
    </>
  );
}
