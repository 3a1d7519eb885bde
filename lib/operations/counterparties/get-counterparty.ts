import { listAppealsOfCounterparties } from '@/db/appeals';
import { listPlannedOfCounterparty } from '@/db/card-timeline';
import { getCity } from '@/db/cities';
import { type CounterpartyRow, listVisibleCounterparties } from '@/db/counterparties';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { findPhones, listPhonesOfCounterparties } from '@/db/counterparty-phones';
import type { Db } from '@/db/store';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { type CardScope, cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { mayRecordPurchases, seesEveryCard } from '@/lib/domain/employees/permissions';
import { cursorOf, toPage } from '@/lib/domain/paging';
import { describeAppeals } from '@/lib/operations/appeals/describe-appeals';
import { readAttachments } from '@/lib/operations/attachments/list-attachments';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { readPurchases } from '@/lib/operations/purchases/list-purchases';
import { describeNextReactions } from '@/lib/operations/reactions/describe-next-reactions';
import { cardSummaries } from './card-summaries';
import { listCardContacts } from './save-contacts';
import { listOwnFields } from './save-own-fields';
import { listCardProducts } from './save-products';
import { visibleCard } from './visible-card';

const mostAppeals = 100;
const mostPlanned = 100;
const purchasesShown = 10;
const filesShown = 10;

/** One card with everything it shows. @throws Refusal `notFound`, also for a card the person may not see */
export async function getCounterparty(
  context: Context,
  input: { counterpartyId: string },
): Promise<CardPage> {
  const person = signedIn(context);
  const { read: db } = context;
  const now = context.now();
  const scope = cardScopeOf(person);
  const card = await visibleCard(db, person, input.counterpartyId);
  const appeals = toPage(
    await listAppealsOfCounterparties(db, [card.id], 'all', mostAppeals + 1),
    mostAppeals,
    (last) => cursorOf(last.createdAt, last.id),
  );
  const [summary] = await cardSummaries(db, [card]);
  const names = await shortNames(db, [card.assignedTo, card.createdBy]);
  const named = (id: string | null) => (id && names.has(id) ? { id, name: names.get(id)! } : null);
  const city = card.cityId ? await getCity(db, card.cityId) : null;
  const emails = await listEmailsOfCounterparties(db, [card.id]);
  const purchases = await readPurchases(db, { counterpartyId: card.id, limit: purchasesShown });
  const attachments = await readAttachments(db, person, { counterpartyId: card.id, limit: filesShown });
  context.saw({ kind: 'counterparty', subjectId: card.id, counterpartyId: card.id });
  return {
    card: {
      ...summary!,
      inn: card.inn,
      kpp: card.kpp,
      priceType: card.priceType,
      note: card.note,
      emails: emails.filter(({ contactId }) => contactId === null).map(({ address }) => address),
      contacts: await listCardContacts(db, card.id),
      products: await listCardProducts(db, card.id),
      ownFields: await listOwnFields(db, card.id),
      timeZone: city?.timeZone ?? null,
      assignedTo: named(card.assignedTo),
      createdAt: card.createdAt,
      createdBy: named(card.createdBy),
      version: card.version,
    },
    appeals: await describeAppeals(db, appeals.rows),
    nextReactions: await describeNextReactions(
      db,
      person,
      await listPlannedOfCounterparty(db, card.id, mostPlanned),
      now,
    ),
    more: { appeals: appeals.next, purchases: purchases.next, attachments: attachments.next },
    purchases: purchases.rows,
    attachments: attachments.rows,
    duplicates: await duplicatesOf(db, card, scope),
    may: { edit: true, editStatus: seesEveryCard(person), recordPurchases: mayRecordPurchases(person) },
    now,
  };
}

async function duplicatesOf(db: Db, card: CounterpartyRow, scope: CardScope): Promise<CardSummary[]> {
  const phones = await listPhonesOfCounterparties(db, [card.id]);
  const numbers = phones.map((phone) => phone.e164).filter((e164) => e164 !== null);
  const others = (await findPhones(db, numbers, 50))
    .map((phone) => phone.counterpartyId)
    .filter((id) => id !== card.id);
  return cardSummaries(db, await listVisibleCounterparties(db, scope, [...new Set(others)]));
}
