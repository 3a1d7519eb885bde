import type { Metadata } from 'next';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { CardScreen } from '@/components/counterparties/card-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { mayReadAccessLog } from '@/lib/domain/employees/permissions';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';

type Props = { params: Promise<{ counterpartyId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context } = await signedInPage();
  const page = await readOrNotFound(getCounterparty(context, await params));
  return { title: page.card.name };
}

export default async function CounterpartyPage({ params }: Props) {
  const { person, context } = await signedInPage();
  const page = await readOrNotFound(getCounterparty(context, await params));
  return (
    <>
      <RefreshOnNews nouns={['counterparty', 'appeal', 'reaction', 'nextReaction', 'call']} />
      <CardScreen
        page={page}
        mayReadAccessLog={mayReadAccessLog(person)}
        person={{ id: person.id, name: person.name, departmentKind: person.departmentKind }}
      />
    </>
  );
}
