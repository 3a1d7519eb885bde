import type { Metadata } from 'next';
import { clientManagersOf } from '@/app/(console)/client-managers-of';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { projectsToFilter } from '@/app/(console)/projects-to-filter';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { CounterpartiesScreen } from '@/components/counterparties/counterparties-screen';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { cardOrders } from '@/lib/domain/counterparties/counterparties.contract';
import { counterpartyStatuses } from '@/lib/domain/counterparties/counterparty';
import { mayImport, mayMergeCards, seesEveryCard } from '@/lib/domain/employees/permissions';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import { listCategories } from '@/lib/operations/counterparties/list-categories';
import { listCounterparties } from '@/lib/operations/counterparties/list-counterparties';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';
import { listChoices } from '@/lib/operations/reactions/list-choices';

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('counterparties.title') };
}

export default async function CounterpartiesPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const address = await searchParams;
  const query = textOf(address.query)?.slice(0, 200) ?? '';
  const status = oneOf(address.status, [...counterpartyStatuses, 'all'] as const, 'all');
  const order = oneOf(address.order, cardOrders, 'name');
  const choices = await listChoices(context);
  const products = await projectsToFilter(context, (await requestLanguage()).t);
  const managers = clientManagersOf(choices);
  const { categories } = await listCategories(context);
  const city = textOf(address.city)?.slice(0, cardLimits.city) ?? '';
  const managerId = oneOf(address.manager, ['', ...managers.map(({ id }) => id)], '');
  const productId = oneOf(address.product, ['', ...products.map(({ id }) => id)], '');
  const category = oneOf(address.category, ['', ...categories], '');
  const narrowed = {
    status: status === 'all' ? undefined : status,
    city: city || undefined,
    category: category || undefined,
    employeeId: managerId || undefined,
    projectId: productId || undefined,
  };
  const page = query
    ? await found(searchCounterparties(context, { query, ...narrowed }))
    : {
        hasMore: false,
        ...(await listCounterparties(context, {
          ...narrowed,
          order,
          after: textOf(address.after),
          limit: pageSize,
        })),
      };
  return (
    <CounterpartiesScreen
      query={query}
      {...{ status, city, managerId, managers, category, categories, productId }}
      products={products}
      order={order}
      rows={page.rows}
      next={page.next}
      hasMoreFound={page.hasMore}
      mayImport={mayImport(person)}
      mayMerge={mayMergeCards(person)}
      may={{ editStatus: seesEveryCard(person), assign: mayAssignClients(person) }}
    />
  );
}

type Found = { cards: CardSummary[]; hasMore?: boolean };

async function found(search: Promise<Found>) {
  const { cards, hasMore = false } = await search;
  return { rows: cards, next: null, hasMore };
}
