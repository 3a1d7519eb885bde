import { listCities as listRows } from '@/db/cities';
import type { CityView } from '@/lib/domain/cities/cities.contract';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { cursorOf, nameCursor, type Page, readPlace, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';

/** Cities by name; with `query` those whose name begins so, whatever the case and ё. */
export async function listCities(
  context: Context,
  input: { query: string; withDisabled: '0' | '1'; after?: string; limit: number },
): Promise<Page<CityView>> {
  signedIn(context);
  const rows = await listRows(context.read, {
    nameStart: normaliseName(input.query) || undefined,
    withDisabled: input.withDisabled === '1',
    after: readPlace(input.after, nameCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.sortKey, last.id));
  return {
    rows: page.rows.map(({ id, name, nameEn, region, timeZone, diallingCodes, disabledAt }) => ({
      id,
      name,
      nameEn,
      region,
      timeZone,
      diallingCodes,
      disabledAt,
    })),
    next: page.next,
  };
}
