import { type CounterpartyCallRow, listCallsOfCounterparties } from '@/db/counterparty-calls';
import type { Db } from '@/db/store';
import type { CardCall } from '@/lib/domain/counterparties/card-page';
import type { Person } from '@/lib/domain/employees/employee';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { reviewableCalls } from '@/lib/operations/calls/reviewable-calls';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { visibleCard } from './visible-card';

/** Calls with a counterparty, newest first. @throws Refusal `notFound`, also for a card the person may not see */
export async function listCardCalls(
  context: Context,
  input: { counterpartyId: string; after?: string; limit: number },
): Promise<Page<CardCall>> {
  const person = signedIn(context);
  const card = await visibleCard(context.read, person, input.counterpartyId);
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
  const calls = await listCallsOfCounterparties(
    db,
    [counterpartyId],
    limit + 1,
    readPlace(after, timeCursor),
  );
  const page = toPage(calls, limit, (last) => cursorOf(last.arrivedAt, last.id));
  return { rows: await describeCardCalls(db, person, page.rows), next: page.next };
}

/** Calls with a counterparty, as its card shows them to this person. */
export async function describeCardCalls(
  db: Db,
  person: Person,
  calls: readonly CounterpartyCallRow[],
): Promise<CardCall[]> {
  const names = await shortNames(
    db,
    calls.map((call) => call.ownerId),
  );
  const reviewable = await reviewableCalls(
    db,
    person,
    calls.map(({ id }) => id),
  );
  return calls.map(({ id, direction, arrivedAt, answeredAt, endedAt, outcome, route, ownerId }) => ({
    id,
    direction,
    arrivedAt,
    answeredAt,
    endedAt,
    outcome,
    route,
    employeeName: names.get(ownerId ?? '') ?? null,
    mayReview: reviewable.has(id),
  }));
}
