import { listPlannedOfCounterparty } from '@/db/card-timeline';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from '@/lib/operations/reactions/describe-next-reactions';
import { visibleCard } from './visible-card';

type Input = { counterpartyId: string; after?: string; limit: number };

/** What is still to be done for a counterparty, soonest first. @throws Refusal `notFound`, also for a card the person may not see */
export async function listPlanned(context: Context, input: Input): Promise<Page<NextReactionView>> {
  const person = signedIn(context);
  const card = await visibleCard(context.read, person, input.counterpartyId);
  const asked = { ...input, counterpartyId: card.id };
  const page = await readPlanned(context.read, person, asked, context.now());
  context.saw({
    kind: 'nextReactions',
    counterpartyId: card.id,
    rowCount: page.rows.length,
    afterId: afterIdOf(input.after),
  });
  return page;
}

/** The same of a card that the person is known to see. */
export async function readPlanned(
  db: Db,
  person: Person,
  { counterpartyId, after, limit }: Input,
  now: number,
): Promise<Page<NextReactionView>> {
  const found = await listPlannedOfCounterparty(db, counterpartyId, {
    after: readPlace(after, timeCursor),
    limit: limit + 1,
  });
  const page = toPage(found, limit, (last) => cursorOf(last.dueAt, last.id));
  return { rows: await describeNextReactions(db, person, page.rows, now), next: page.next };
}
