import { listCitiesOf, listClientsOf as listRows } from '@/db/assignments';
import type { Db } from '@/db/store';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { ClientToGive } from '@/lib/domain/assignments/assignments.contract';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { searchVariants } from '@/lib/domain/counterparties/search-text';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, idCursor, type Page, readCursor, toPage } from '@/lib/domain/paging';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import { type Context, signedIn } from '@/lib/operations/context';

/**
 * A manager's clients, for whoever gives some of them to somebody else: all, or those each of whose words asked for begins one
 * of the card's or its city, in either alphabet or keyboard layout. @throws Refusal `forbidden`
 */
export async function listClientsOf(
  context: Context,
  input: { managerId: string; query?: string; after?: string; limit: number },
): Promise<Page<ClientToGive>> {
  if (!mayAssignClients(signedIn(context))) throw forbidden();
  const [after] = readCursor(input.after, idCursor) ?? [];
  const { managerId } = input;
  const rows = await listRows(context.read, {
    ...{ managerId, after, limit: input.limit + 1 },
    meant: await meantBy(context.read, managerId, input.query ?? ''),
  });
  const page = toPage(rows, input.limit, ({ id }) => cursorOf(id));
  context.saw({
    kind: 'assignments',
    rowCount: page.rows.length,
    filters: seenFiltersOf({ text: input.query }),
    afterId: afterIdOf(input.after),
  });
  return { rows: page.rows.map(({ id, name, city }) => ({ id, name, city })), next: page.next };
}

async function meantBy(db: Db, managerId: string, query: string) {
  const variants = searchVariants(query);
  if (variants.length === 0) return undefined;
  const cities = (await listCitiesOf(db, managerId)).map((city) => ({
    city,
    words: normaliseName(city).split(' '),
  }));
  return variants.map((variant) =>
    variant.split(' ').map((beginning) => ({
      beginning,
      cities: cities.flatMap(({ city, words }) =>
        words.some((word) => word.startsWith(beginning)) ? city : [],
      ),
    })),
  );
}
