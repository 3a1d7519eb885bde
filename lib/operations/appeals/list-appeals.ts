import { listAppeals as listRows } from '@/db/appeals';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import {
  afterIdOf,
  cursorOf,
  type Page,
  readPlace,
  type TimeOrder,
  timeCursor,
  toPage,
} from '@/lib/domain/paging';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeAppeals } from './describe-appeals';

/** Appeals of the cards the person may see, newest first unless asked otherwise. */
export async function listAppeals(
  context: Context,
  input: {
    state: 'open' | 'closed' | 'all';
    counterpartyId?: string;
    number?: number;
    projectId?: string;
    /** Who wrote it down. */
    employeeId?: string;
    /** Epoch ms; `until` is the moment after the last one. */
    from?: number;
    until?: number;
    order?: TimeOrder;
    after?: string;
    limit: number;
  },
): Promise<Page<AppealView>> {
  const rows = await listRows(context.read, {
    scope: cardScopeOf(signedIn(context)),
    state: input.state,
    counterpartyId: input.counterpartyId,
    number: input.number,
    projectId: input.projectId,
    createdBy: input.employeeId,
    from: input.from,
    until: input.until,
    order: input.order,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.createdAt, last.id));
  context.saw({
    kind: 'appeals',
    subjectId: input.counterpartyId,
    counterpartyId: input.counterpartyId,
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  return { rows: await describeAppeals(context.read, page.rows), next: page.next };
}
