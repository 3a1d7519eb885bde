import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { afterIdOf, type Page } from '@/lib/domain/paging';
import type { WorkFilter } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import {
  type NextReactionGroup,
  nextReactionGroups,
  type WorkOrder,
} from '@/lib/domain/reactions/work-choices';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from './describe-next-reactions';
import { countWaiting, mostWaiting, turnOf } from './whose-turn';
import { countWork, listWorkPage, spansOfGroups, workFilters } from './work-list';

export type NextReactionList = Page<NextReactionView> & {
  counts: Record<NextReactionGroup, number>;
  waiting: { mine: number; department: number };
  now: number;
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
  const page = await listWorkPage(
    db,
    whose.map((filter) => ({ ...filter, ...span })),
    input,
  );
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
