import { listAppealsOfCounterparties } from '@/db/appeals';
import { getCity } from '@/db/cities';
import { type CounterpartyRow, listVisibleCounterparties } from '@/db/counterparties';
import { listCallsOfCounterparties } from '@/db/counterparty-calls';
import { findPhones, listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { listNextReactionsOfAppeals } from '@/db/next-reactions';
import { listReactionsOfAppeals } from '@/db/reactions';
import type { Db } from '@/db/store';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { type CardScope, cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { notFound } from '@/lib/domain/errors';
import { describeAppeals } from '@/lib/operations/appeals/describe-appeals';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { describeChanges } from '@/lib/operations/reactions/describe-changes';
import { describeNextReactions } from '@/lib/operations/reactions/describe-next-reactions';
import { describeReactions } from '@/lib/operations/reactions/describe-reactions';
import { cardSummaries } from './card-summaries';

const mostAppeals = 100;
const mostReactions = 100;
const mostCalls = 50;

/** One card with everything it shows. @throws Refusal `notFound`, also for a card the person may not see */
export async function getCounterparty(
  context: Context,
  input: { counterpartyId: string },
): Promise<CardPage> {
  const person = signedIn(context);
  const { read: db } = context;
  const now = context.now();
  const scope = cardScopeOf(person);
  const [card] = await listVisibleCounterparties(db, scope, [input.counterpartyId]);
  if (!card) throw notFound('counterparty');
  const appeals = await listAppealsOfCounterparties(db, [card.id], 'all', mostAppeals);
  const appealIds = appeals.map((appeal) => appeal.id);
  const [summary] = await cardSummaries(db, [card]);
  const names = await shortNames(db, [card.assignedTo, card.createdBy]);
  const named = (id: string | null) => (id && names.has(id) ? { id, name: names.get(id)! } : null);
  const city = card.cityId ? await getCity(db, card.cityId) : null;
  return {
    card: {
      ...summary!,
      note: card.note,
      timeZone: city?.timeZone ?? null,
      assignedTo: named(card.assignedTo),
      createdAt: card.createdAt,
      createdBy: named(card.createdBy),
      version: card.version,
    },
    appeals: await describeAppeals(db, appeals),
    nextReactions: await describeNextReactions(
      db,
      person,
      await listNextReactionsOfAppeals(db, appealIds, 'open'),
      now,
    ),
    reactions: await describeReactions(db, await listReactionsOfAppeals(db, appealIds, mostReactions)),
    calls: await describeCalls(db, card.id),
    changes: await describeChanges(db, 'counterparty', card.id),
    duplicates: await duplicatesOf(db, card, scope),
    may: { edit: true, editStatus: seesEveryCard(person) },
    now,
  };
}

async function describeCalls(db: Db, counterpartyId: string): Promise<CardPage['calls']> {
  const calls = await listCallsOfCounterparties(db, [counterpartyId], mostCalls);
  const names = await shortNames(
    db,
    calls.map((call) => call.ownerId),
  );
  return calls.map(({ id, arrivedAt, answeredAt, endedAt, outcome, route, ownerId }) => ({
    id,
    arrivedAt,
    answeredAt,
    endedAt,
    outcome,
    route,
    employeeName: names.get(ownerId ?? '') ?? null,
  }));
}

async function duplicatesOf(db: Db, card: CounterpartyRow, scope: CardScope): Promise<CardSummary[]> {
  const phones = await listPhonesOfCounterparties(db, [card.id]);
  const numbers = phones.map((phone) => phone.e164).filter((e164) => e164 !== null);
  const others = (await findPhones(db, numbers, 50))
    .map((phone) => phone.counterpartyId)
    .filter((id) => id !== card.id);
  return cardSummaries(db, await listVisibleCounterparties(db, scope, [...new Set(others)]));
}
