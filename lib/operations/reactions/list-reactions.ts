import { listReactions as listRows } from '@/db/reactions';
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
import type { ReactionType } from '@/lib/domain/reactions/reaction';
import type { ReactionView } from '@/lib/domain/reactions/reaction-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeReactions } from './describe-reactions';

/**
 * Acts that happened, newest first unless asked otherwise: own, of the department, or all the person may see; if wanted, on
 * one appeal, with one counterparty, of one type, department, person or period (epoch ms) alone.
 */
export async function listReactions(
  context: Context,
  input: {
    scope: 'mine' | 'department' | 'all';
    counterpartyId?: string;
    appealId?: string;
    type?: ReactionType;
    departmentId?: string;
    employeeId?: string;
    from?: number;
    /** The moment after the last one. */
    until?: number;
    order?: TimeOrder;
    after?: string;
    limit: number;
  },
): Promise<Page<ReactionView>> {
  const person = signedIn(context);
  const rows = await listRows(context.read, {
    scope: cardScopeOf(person),
    employeeIds: input.scope === 'mine' ? [person.id, ...person.substitutesFor] : undefined,
    ofDepartmentId: input.scope === 'department' ? person.departmentId : undefined,
    type: input.type,
    departmentId: input.departmentId,
    employeeId: input.employeeId,
    from: input.from,
    until: input.until,
    appealId: input.appealId,
    counterpartyId: input.counterpartyId,
    order: input.order,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.happenedAt, last.id));
  context.saw({
    kind: 'reactions',
    subjectId: input.appealId ?? input.counterpartyId,
    counterpartyId: input.counterpartyId,
    rowCount: page.rows.length,
    filters: seenFiltersOf({ ...input, kind: input.type }),
    afterId: afterIdOf(input.after),
  });
  return { rows: await describeReactions(context.read, person, page.rows), next: page.next };
}
