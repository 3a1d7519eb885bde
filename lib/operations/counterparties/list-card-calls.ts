import { listVisibleCounterparties } from '@/db/counterparties';
import { listCallsOfCounterparties } from '@/db/counterparty-calls';
import type { Db } from '@/db/store';
import type { CardCall } from '@/lib/domain/counterparties/card-page';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { Person } from '@/lib/domain/employees/employee';
import { notFound } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readCursor, timeCursor, toPage } from '@/lib/domain/paging';
import { reviewableCalls } from '@/lib/operations/calls/reviewable-calls';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';

/** Calls with a counterparty, newest first. @throws Refusal `notFound`, also for a card the person may not see */
export async function listCardCalls(
  context: Context,
  input: { counterpartyId: string; after?: string; limit: number },
): Promise<Page<CardCall>> {
  const person = signedIn(context);
  const scope = cardScopeOf(person);
  const [card] = await listVisibleCounterparties(context.read, scope, [input.counterpartyId]);
  if (!card) throw notFound('counterparty');
  const page = await readCardCalls(context.read, person, input);
  context.saw({
    kind: 'counterpartyCalls',
    subjectId: card.id,
    counterpartyId: card.id,
    rowCount: page.rows.length,
    afterId: afterIdOf(input.after),
  });
  return page;
}

/** The same of a card that the person is known to see. */
export async function readCardCalls(
  db: Db,
  person: Person,
  { counterpartyId, after, limit }: { counterpartyId: string; after?: string; limit: number },
): Promise<Page<CardCall>> {
  const cursor = readCursor(after, timeCursor);
  const calls = await listCallsOfCounterparties(
    db,
    [counterpartyId],
    limit + 1,
    cursor ? { arrivedAt: cursor[0], id: cursor[1] } : undefined,
  );
  const page = toPage(calls, limit, (last) => cursorOf(last.arrivedAt, last.id));
  const names = await shortNames(
    db,
    page.rows.map((call) => call.ownerId),
  );
  const reviewable = await reviewableCalls(
    db,
    person,
    page.rows.map(({ id }) => id),
  );
  const rows = page.rows.map(
    ({ id, direction, arrivedAt, answeredAt, endedAt, outcome, route, ownerId }) => ({
      id,
      direction,
      arrivedAt,
      answeredAt,
      endedAt,
      outcome,
      route,
      employeeName: names.get(ownerId ?? '') ?? null,
      mayReview: reviewable.has(id),
    }),
  );
  return { rows, next: page.next };
}
