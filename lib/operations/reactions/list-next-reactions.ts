import type { NextReactionRow } from '@/db/next-reactions';
import type { OpenNextReactionOrder } from '@/db/open-next-reactions';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { afterIdOf, cursorOf, type Page, readCursor, stretchCursor, toPage } from '@/lib/domain/paging';
import {
  type NextReactionGroup,
  nextReactionGroups,
  type WorkFilter,
  type WorkOrder,
} from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from './describe-next-reactions';
import { countWaiting, mostWaiting, turnOf } from './whose-turn';
import { countWork, listWork, spansOfGroups, workFilters } from './work-list';

export type NextReactionList = Page<NextReactionView> & {
  counts: Record<NextReactionGroup, number>;
  waiting: { mine: number; department: number };
  now: number;
};

const orders: Record<WorkOrder, OpenNextReactionOrder> = {
  soonest: { by: 'dueAt', isDescending: false },
  latest: { by: 'dueAt', isDescending: true },
  oldest: { by: 'createdAt', isDescending: false },
  newest: { by: 'createdAt', isDescending: true },
};

/**
 * The work list: open next reactions, the soonest first unless another order is asked for, with how many are overdue, due
 * today and later (each counted to 100). Own ones are those whose turn it is the person's. In the order of urgency,
 * complaints stand before everything else (SA-3), but for the list of all.
 * @throws Refusal `forbidden` for the list of all, or of another department, without the right to see every card
 */
export async function listNextReactions(
  context: Context,
  input: WorkFilter & { group?: NextReactionGroup; order?: WorkOrder; after?: string; limit: number },
): Promise<NextReactionList> {
  const person = signedIn(context);
  const now = context.now();
  const { read: db } = context;
  const whose = await workFilters(db, person, input);
  const spans = await spansOfGroups(db, person, now);
  const span = input.group ? spans[input.group] : {};
  const order = orders[input.order ?? 'soonest'];
  const cursor = readCursor(input.after, stretchCursor);
  const isByUrgency = (input.order ?? 'soonest') === 'soonest' && input.kind === undefined;
  const stretches =
    isByUrgency && input.scope !== 'all' ? [{ isComplaint: true }, { isComplaint: false }] : [{}];
  const first = cursor?.[2] ?? 0;
  const rows: (NextReactionRow & { stretch: number })[] = [];
  for (let stretch = first; stretch < stretches.length && rows.length <= input.limit; stretch += 1) {
    const found = await listWork(
      db,
      whose.map((filter) => ({ ...filter, ...span, ...stretches[stretch] })),
      {
        order,
        after: cursor && stretch === first ? { at: cursor[0], id: cursor[1] } : undefined,
        limit: input.limit + 1 - rows.length,
      },
    );
    rows.push(...found.map((row) => ({ ...row, stretch })));
  }
  const page = toPage(rows, input.limit, (last) => cursorOf(last[order.by], last.id, last.stretch));
  context.saw({
    kind: 'nextReactions',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  const counts = { overdue: 0, today: 0, later: 0 };
  for (const group of nextReactionGroups) {
    const ofGroup = whose.map((filter) => ({ ...filter, ...spans[group] }));
    counts[group] = await countWork(db, ofGroup, mostWaiting);
  }
  return {
    rows: await describeNextReactions(db, person, page.rows, now),
    next: page.next,
    counts,
    waiting: {
      mine: await countWaiting(db, turnOf(person), now),
      department: await countWaiting(db, [{ departmentId: person.departmentId }], now),
    },
    now,
  };
}
