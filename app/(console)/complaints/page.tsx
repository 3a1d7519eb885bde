import type { Metadata } from 'next';
import { dayOf, oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { ComplaintsScreen } from '@/components/complaints/complaints-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { type ComplaintState, complaintStates, complaintStretches } from '@/lib/domain/complaints/complaint';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import type { Page } from '@/lib/domain/paging';
import { listComplaints } from '@/lib/operations/complaints/list-complaints';
import { listChoices } from '@/lib/operations/reactions/list-choices';
import { nameNarrowing } from '@/lib/operations/rounds/name-narrowing';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('complaints.title') };
}

/** As many stand in a column; the rest is a list. */
const columnLength = 20;

export default async function ComplaintsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const address = await searchParams;
  const { departments } = seesEveryCard(person) ? await listChoices(context) : { departments: [] };
  const scope = oneOf(address.scope, ['all', 'mine'] as const, 'all');
  const departmentId = oneOf(address.department, ['', ...departments.map(({ id }) => id)], '');
  const isLate = address.late === 'true';
  const { data } = complaintContracts.list.query!.safeParse({
    from: dayOf(address.from) || undefined,
    until: dayOf(address.until) || undefined,
    counterpartyId: textOf(address.client),
    productId: textOf(address.product),
    clients: oneOf(address.clients, ['all', 'mine'] as const, 'all'),
  });
  // Of whose clients they are, a list alone can say.
  const otherwise = data?.counterpartyId || data?.productId || data?.clients === 'mine' ? 'all' : 'board';
  const state = oneOf(address.state, [...complaintStretches, 'board'] as const, otherwise);
  const { from, until, counterpartyId, productId, clients } = state !== 'board' && data ? data : {};
  const asked = {
    scope,
    departmentId: departmentId || undefined,
    late: isLate || undefined,
    ...{ from, until, counterpartyId, productId, clients },
  };
  const { product, client } = await nameNarrowing(context.read, person, { productId, counterpartyId });
  const shown = {
    filters: {
      ...{ scope, departmentId, isLate, from, until, counterpartyId, productId, clients },
      ...{ clientName: client?.name, productName: product?.name },
    },
    departments,
  };
  const refresh = <RefreshOnNews nouns={['complaint']} />;
  if (state !== 'board') {
    const page = await listComplaints(context, { ...asked, state, after: textOf(address.after), limit: 50 });
    return (
      <>
        {refresh}
        <ComplaintsScreen {...shown} view="list" state={state} page={page} counts={page.counts} />
      </>
    );
  }
  const columns = {} as Record<ComplaintState, Page<ComplaintRowView>>;
  let counts = { received: 0, inWork: 0, answered: 0 };
  for (const each of complaintStates) {
    const page = await listComplaints(context, { ...asked, state: each, limit: columnLength });
    columns[each] = page;
    counts = page.counts;
  }
  return (
    <>
      {refresh}
      <ComplaintsScreen {...shown} view="board" columns={columns} counts={counts} />
    </>
  );
}
