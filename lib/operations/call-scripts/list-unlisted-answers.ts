import { listUnlistedAnswers as listKeptAnswers } from '@/db/call-scripts';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { UnlistedAnswer } from '@/lib/domain/call-scripts/call-scripts.contract';
import { mayReadUnlistedAnswers } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readPlace, timeAndNumberCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { type TrafficQuery, trafficScope } from './traffic-scope';

/**
 * «Другого в списке нет»: what callers said in a period that no answer of a step lists, newest first, for the author of
 * the words. @throws Refusal `notFound`, `forbidden`
 */
export async function listUnlistedAnswers(
  context: Context,
  input: TrafficQuery & { step?: string; after?: string; limit: number },
): Promise<Page<UnlistedAnswer>> {
  if (!mayReadUnlistedAnswers(signedIn(context))) throw forbidden();
  const { conversations, from, until } = await trafficScope(context, input);
  const { step, after, limit } = input;
  const kept = await listKeptAnswers(
    context.read,
    { ...conversations, from, until },
    { step, after: readPlace(after, timeAndNumberCursor), limit: limit + 1 },
  );
  const page = toPage(kept, limit, (last) => cursorOf(last.at, last.id));
  context.saw({
    kind: 'unlistedAnswers',
    rowCount: page.rows.length,
    filters: seenFiltersOf({ from, until, step }),
    afterId: afterIdOf(after),
  });
  const names = await shortNames(
    context.read,
    page.rows.map((row) => row.employeeId),
  );
  return {
    rows: page.rows.map(({ id, step, event, at, callId, employeeId }) => ({
      id,
      step,
      words: typeof event.words === 'string' ? event.words : '',
      at,
      callId,
      employee: employeeId === null ? null : { id: employeeId, name: names.get(employeeId) ?? '' },
    })),
    next: page.next,
  };
}
