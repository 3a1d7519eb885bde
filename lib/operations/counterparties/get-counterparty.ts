import { listAppealsOfCounterparties } from '@/db/appeals';
import { listComplaintsOfCounterparties } from '@/db/complaints';
import {
  type CounterpartyRow,
  getSurvivor,
  listCounterpartiesByIds,
  listVisibleCounterparties,
} from '@/db/counterparties';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { listMergesInto } from '@/db/counterparty-merges';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { listRoundsOfCounterparty } from '@/db/rounds';
import type { Db } from '@/db/store';
import { maySeeComplaint } from '@/lib/domain/complaints/complaint-rights';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { type CardScope, cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import type { Person } from '@/lib/domain/employees/employee';
import { mayMergeCards, mayRecordPurchases, seesEveryCard } from '@/lib/domain/employees/permissions';
import { mayHandOverFolder } from '@/lib/domain/folders/folder-rights';
import { cursorOf, toPage } from '@/lib/domain/paging';
import { mayAssignClients, maySeeRounds } from '@/lib/domain/rounds/round-rights';
import { describeAppeals } from '@/lib/operations/appeals/describe-appeals';
import { readAttachments } from '@/lib/operations/attachments/list-attachments';
import { rightsOf } from '@/lib/operations/complaints/change-complaint';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { readFoldersOfCard, readPurchasesToHandOver } from '@/lib/operations/folders/folders-of-card';
import { readPurchases } from '@/lib/operations/purchases/list-purchases';
import { cardSummaries } from './card-summaries';
import { describeCard } from './describe-card';
import { findSimilar } from './find-similar';
import { readPlanned } from './list-planned';
import { visibleCard } from './visible-card';

const mostAppeals = 100;
const plannedShown = 100;
const purchasesShown = 10;
const filesShown = 10;
const roundsShown = 5;
const complaintsShown = 5;

/**
 * One card with everything it shows; the address of a card that was merged leads to the surviving one.
 * @throws Refusal `notFound`, also for a card the person may not see
 */
export async function getCounterparty(
  context: Context,
  input: { counterpartyId: string },
): Promise<CardPage> {
  const person = signedIn(context);
  const { read: db } = context;
  const now = context.now();
  const scope = cardScopeOf(person);
  const survivor = await getSurvivor(db, input.counterpartyId);
  const card = await visibleCard(db, person, survivor?.id ?? input.counterpartyId);
  const appeals = toPage(
    await listAppealsOfCounterparties(db, [card.id], 'all', mostAppeals + 1),
    mostAppeals,
    (last) => cursorOf(last.createdAt, last.id),
  );
  const planned = await readPlanned(db, person, { counterpartyId: card.id, limit: plannedShown }, now);
  const purchases = await readPurchases(db, { counterpartyId: card.id, limit: purchasesShown });
  const attachments = await readAttachments(db, person, { counterpartyId: card.id, limit: filesShown });
  context.saw({ kind: 'counterparty', subjectId: card.id, counterpartyId: card.id });
  return {
    card: await describeCard(db, card),
    appeals: await describeAppeals(db, appeals.rows),
    nextReactions: planned.rows,
    more: {
      appeals: appeals.next,
      nextReactions: planned.next,
      purchases: purchases.next,
      attachments: attachments.next,
    },
    purchases: purchases.rows,
    attachments: attachments.rows,
    folders: await readFoldersOfCard(db, person, card.id),
    purchasesToHandOver: await readPurchasesToHandOver(db, person, card.id),
    rounds: maySeeRounds(person) ? await roundsOf(db, card.id) : [],
    complaints: await complaintsOf(db, person, card.id),
    duplicates: await duplicatesOf(db, card, scope),
    merges: mayMergeCards(person) ? await listMerges(db, card.id) : [],
    may: {
      edit: true,
      editStatus: seesEveryCard(person),
      assign: mayAssignClients(person),
      recordPurchases: mayRecordPurchases(person),
      handOverFolder: mayHandOverFolder(person),
    },
    now,
  };
}

async function roundsOf(db: Db, cardId: string): Promise<CardPage['rounds']> {
  const rows = await listRoundsOfCounterparty(db, cardId, roundsShown);
  return rows
    .filter(({ state }) => state !== 'cancelled')
    .map(({ id, dueOn, state }) => ({ id, dueOn, state }));
}

async function complaintsOf(db: Db, person: Person, cardId: string): Promise<CardPage['complaints']> {
  const rows = await listComplaintsOfCounterparties(db, [cardId]);
  return rows
    .filter((row) => maySeeComplaint(person, rightsOf(row)))
    .slice(0, complaintsShown)
    .map(({ id, number, state, createdAt }) => ({ id, number, state, createdAt }));
}

/** Other cards with one of its phones or e-mail addresses, or its INN (IN-7). */
async function duplicatesOf(db: Db, card: CounterpartyRow, scope: CardScope): Promise<CardSummary[]> {
  const phones = await listPhonesOfCounterparties(db, [card.id]);
  const emails = await listEmailsOfCounterparties(db, [card.id]);
  const similar = await findSimilar(
    db,
    {
      name: '',
      city: '',
      inn: card.inn,
      e164s: [...new Set(phones.flatMap(({ e164 }) => e164 ?? []))],
      emails: emails.map(({ addressNorm }) => addressNorm),
    },
    scope,
  );
  similar.delete(card.id);
  return cardSummaries(db, await listVisibleCounterparties(db, scope, [...similar.keys()]));
}

const mergesShown = 5;

/** What was merged into the card, the latest first. */
async function listMerges(db: Db, counterpartyId: string): Promise<CardPage['merges']> {
  const merges = await listMergesInto(db, counterpartyId, mergesShown);
  const cards = await listCounterpartiesByIds(
    db,
    merges.map(({ mergedId }) => mergedId),
  );
  const names = await shortNames(
    db,
    merges.map(({ mergedBy }) => mergedBy),
  );
  return merges.map(({ id, mergedId, mergedAt, mergedBy }) => ({
    id,
    name: cards.find((card) => card.id === mergedId)?.name ?? '',
    mergedAt,
    employeeName: names.get(mergedBy) ?? null,
  }));
}
