import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { WorkFilter } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from './describe-next-reactions';
import { listWork, workFilters } from './work-list';

const mostShown = 300;

/**
 * Open next reactions that are due from one instant until another (epoch ms), the soonest first, 300 at most; `isCut` says
 * that there are more.
 * @throws Refusal `forbidden` as `listNextReactions`
 */
export async function calendarOfNextReactions(
  context: Context,
  input: WorkFilter & { from: number; until: number },
): Promise<{ rows: NextReactionView[]; isCut: boolean; now: number }> {
  const person = signedIn(context);
  const { read: db } = context;
  const now = context.now();
  const span = { dueFrom: input.from, dueBefore: input.until };
  const whose = await workFilters(db, person, input);
  const rows = await listWork(
    db,
    whose.map((filter) => ({ ...filter, ...span })),
    { limit: mostShown + 1 },
  );
  const shown = rows.slice(0, mostShown);
  context.saw({ kind: 'nextReactions', rowCount: shown.length, filters: seenFiltersOf(input) });
  return { rows: await describeNextReactions(db, person, shown, now), isCut: rows.length > mostShown, now };
}
