import { listUnlistedAnswers as listKeptAnswers } from '@/db/call-scripts';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { UnlistedAnswer } from '@/lib/domain/call-scripts/call-scripts.contract';
import { mayReadUnlistedAnswers } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, numberCursor, type Page, readCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { findCallScript } from './find-call-script';

/**
 * «Другого в списке нет»: what callers said that no answer of a step lists, newest first, for the author of the words.
 * @throws Refusal `notFound`, `forbidden`
 */
export async function listUnlistedAnswers(
  context: Context,
  { scriptId, step, after, limit }: { scriptId: string; step?: string; after?: string; limit: number },
): Promise<Page<UnlistedAnswer>> {
  if (!mayReadUnlistedAnswers(signedIn(context))) throw forbidden();
  findCallScript(scriptId);
  const before = readCursor(after, numberCursor)?.[0];
  const kept = await listKeptAnswers(context.read, scriptId, {
    step,
    before,
    limit: limit + 1,
  });
  const page = toPage(kept, limit, (last) => cursorOf(last.id));
  context.saw({
    kind: 'unlistedAnswers',
    rowCount: page.rows.length,
    filters: seenFiltersOf({ step }),
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
