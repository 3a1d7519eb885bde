import {
  countScoreCardsObjected,
  countScoreCardsWaiting,
  listScoreCards as listRows,
  listScoreCardsSentTo,
  type ScoreCardScope,
} from '@/db/score-cards';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { reviewsEverything } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { ScoreCardState } from '@/lib/domain/score-cards/score-card';
import { mayScoreCalls } from '@/lib/domain/score-cards/score-card-rights';
import type { ScoreCardRow } from '@/lib/domain/score-cards/score-card-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeScoreCards } from './describe-score-cards';

type Asked = { after?: string; limit: number };

/**
 * Score cards for those who review them, the newest call first: everybody's, or a head's own department's. The head's own
 * card is not among them. `objectedCount` counts the objections that wait.
 * @throws Refusal `forbidden`
 */
export async function listScoreCards(
  context: Context,
  input: Asked & { state: ScoreCardState | 'all'; employeeId?: string },
): Promise<Page<ScoreCardRow> & { objectedCount: number }> {
  const person = signedIn(context);
  if (!mayScoreCalls(person)) throw forbidden();
  const scope: ScoreCardScope = reviewsEverything(person) ? 'all' : { departmentId: person.departmentId };
  const rows = await listRows(context.read, {
    ...pageOf(input),
    scope,
    notOf: person.id,
    state: input.state === 'all' ? undefined : input.state,
    employeeId: input.employeeId,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.arrivedAt, last.callId));
  context.saw({
    kind: 'scoreCards',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  return {
    rows: await describeScoreCards(context.read, person, page.rows),
    next: page.next,
    objectedCount: await countScoreCardsObjected(context.read, scope, person.id),
  };
}

/** What was sent to the person, the newest call first; `waitingCount` counts what they have not answered yet. */
export async function listOwnScoreCards(
  context: Context,
  input: Asked,
): Promise<Page<ScoreCardRow> & { waitingCount: number }> {
  const person = signedIn(context);
  const rows = await listScoreCardsSentTo(context.read, { ...pageOf(input), employeeId: person.id });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.arrivedAt, last.callId));
  context.saw({
    kind: 'scoreCards',
    rowCount: page.rows.length,
    filters: ['mine'],
    afterId: afterIdOf(input.after),
  });
  return {
    rows: await describeScoreCards(context.read, person, page.rows),
    next: page.next,
    waitingCount: await countScoreCardsWaiting(context.read, person.id),
  };
}

function pageOf({ after, limit }: Asked) {
  return { after: readPlace(after, timeCursor), limit: limit + 1 };
}
