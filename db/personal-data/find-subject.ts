import { and, type Column, eq, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { isAmong } from '@/db/is-among';
import type { Db } from '@/db/store';
import { isTelling, type Needles, noNeedles } from '@/lib/domain/personal-data/needles';
import {
  emptySubjectIds,
  type Subject,
  type SubjectIds,
  type SubjectName,
  subjectIds,
} from '@/lib/domain/personal-data/subject';
import { listFormerNeedles } from './former-needles';
import { withoutShared } from './shared-needles';

/** Leads to all that is the subject's; null when there is no such card or contact person. */
export async function findSubject(db: Db, name: SubjectName): Promise<Subject | null> {
  const ids = emptySubjectIds();
  const found =
    name.kind === 'card'
      ? await ofCard(db, name.id)
      : name.kind === 'contact'
        ? await ofContact(db, name.id)
        : {
            cards: [],
            contacts: [],
            cardOfContact: null,
            contactNames: [],
            known: { ...noNeedles(), phones: [name.id] },
          };
  if (!found) return null;
  const { cards, contacts, cardOfContact, contactNames, known } = found;
  const needles = await withoutShared(db, known, { cards, contacts, cardOfContact });
  Object.assign(ids, { cards, contacts, numbers: needles.phones });
  await findWork(db, ids, name.kind === 'number');
  const shared = (Object.keys(known) as (keyof Needles)[]).flatMap((kind) =>
    known[kind].filter((text) => !needles[kind].includes(text)),
  );
  const called = await db.q
    .select({ e164: db.t.calls.callerE164 })
    .from(db.t.calls)
    .where(isAmong(db, db.t.calls.id, ids.calls));
  const phones = unique([...known.phones, ...called.flatMap(({ e164 }) => e164 ?? [])]);
  return { ...name, cardOfContact, contactNames, ids, needles, shared, ownNeedles: { ...known, phones } };
}

/**
 * The same subject with what was written of it since it was found: rows and calls that came, without the names and numbers that
 * stand with somebody else by now. What is known of it stays, also where its rows tell it no more.
 */
export async function findSubjectAnew(db: Db, subject: Subject): Promise<Subject> {
  const { cards, contacts } = subject.ids;
  const needles = await withoutShared(db, subject.needles, { ...subject, cards, contacts });
  const ids = { ...emptySubjectIds(), cards, contacts, numbers: needles.phones };
  await findWork(db, ids, subject.kind === 'number');
  const known = subjectIds.map((kind) => [kind, unique([...subject.ids[kind], ...ids[kind]])]);
  return { ...subject, ids: Object.fromEntries(known) as SubjectIds, needles };
}

type Known = {
  cards: string[];
  contacts: string[];
  cardOfContact: string | null;
  contactNames: string[];
  known: Needles;
};

async function ofCard(db: Db, id: string): Promise<Known | null> {
  const { counterparties: t, counterpartyContacts: contacts } = db.t;
  const [card] = await db.q.select().from(t).where(eq(t.id, id));
  if (!card) return null;
  const cards = [card];
  for (let merged = [id]; merged.length > 0; ) {
    const more = await db.q
      .select()
      .from(t)
      .where(isAmong(db, t.mergedInto, merged));
    cards.push(...more.filter((one) => !cards.some((known) => known.id === one.id)));
    merged = more.map((one) => one.id);
  }
  const cardIds = cards.map((one) => one.id);
  const people = await db.q
    .select()
    .from(contacts)
    .where(isAmong(db, contacts.counterpartyId, cardIds));
  const former = await listFormerNeedles(db, cardIds);
  const names = [...cards.flatMap((one) => [one.name, one.contactPerson]), ...people.map((one) => one.name)];
  const known = await addressesOf(
    db,
    isAmong(db, db.t.counterpartyPhones.counterpartyId, cardIds),
    isAmong(db, db.t.counterpartyEmails.counterpartyId, cardIds),
  );
  return {
    cards: cardIds,
    contacts: people.map((one) => one.id),
    cardOfContact: null,
    contactNames: [],
    known: {
      names: unique([...names, ...former.names].filter(isTelling)),
      phones: unique([...known.phones, ...former.phones]),
      emails: unique([...known.emails, ...former.emails]),
      numbers: unique(cards.map((one) => one.inn).filter(Boolean)),
    },
  };
}

async function ofContact(db: Db, id: string): Promise<Known | null> {
  const { counterpartyContacts: t } = db.t;
  const [contact] = await db.q.select().from(t).where(eq(t.id, id));
  if (!contact) return null;
  const { phones, emails } = await addressesOf(
    db,
    eq(db.t.counterpartyPhones.contactId, id),
    eq(db.t.counterpartyEmails.contactId, id),
  );
  const names = [contact.name].filter(isTelling);
  return {
    cards: [],
    contacts: [id],
    cardOfContact: contact.counterpartyId,
    contactNames: [contact.name],
    known: { names, phones, emails, numbers: [] },
  };
}

async function addressesOf(db: Db, ofPhone: SQL, ofEmail: SQL) {
  const { counterpartyPhones, counterpartyEmails } = db.t;
  const phones = await db.q.select().from(counterpartyPhones).where(ofPhone);
  const emails = await db.q.select().from(counterpartyEmails).where(ofEmail);
  return { phones: phones.flatMap(({ e164 }) => e164 ?? []), emails: emails.map(({ address }) => address) };
}

/** Calls, and what was written of them and of the cards. */
async function findWork(db: Db, ids: Subject['ids'], isBareNumber: boolean): Promise<void> {
  const { calls, appeals, reactions, nextReactions, leads, recordings, scoreCards } = db.t;
  const { attachments, purchases, folders, rounds, complaints } = db.t;
  const { cards, numbers } = ids;
  const fromNumber = isAmong(db, calls.callerE164, numbers);
  const isTheirs = isBareNumber
    ? fromNumber
    : and(fromNumber, or(isNull(calls.counterpartyId), isAmong(db, calls.counterpartyId, cards)));
  const idsOf = async (table: { id: Column }, where: SQL | undefined) => {
    const { id: column } = table as typeof calls;
    return (
      await db.q
        .select({ id: column })
        .from(table as typeof calls)
        .where(where)
    ).map(({ id }) => id);
  };
  ids.appeals = await idsOf(appeals, isAmong(db, appeals.counterpartyId, cards));
  ids.reactions = unique([
    ...(await idsOf(reactions, isAmong(db, reactions.counterpartyId, cards))),
    ...(await idsOf(reactions, isAmong(db, reactions.appealId, ids.appeals))),
  ]);
  const ofReactions = await db.q
    .select({ callId: reactions.callId })
    .from(reactions)
    .where(isAmong(db, reactions.counterpartyId, cards));
  const ofNext = await db.q
    .select({ callId: nextReactions.callId })
    .from(nextReactions)
    .where(isAmong(db, nextReactions.counterpartyId, cards));
  const told = unique([...ofReactions, ...ofNext].flatMap(({ callId }) => callId ?? []));
  ids.calls = unique([
    ...(await idsOf(calls, isAmong(db, calls.counterpartyId, cards))),
    ...(await idsOf(calls, isTheirs)),
    ...(await idsOf(
      calls,
      and(
        isAmong(db, calls.id, told),
        or(isNull(calls.counterpartyId), isAmong(db, calls.counterpartyId, cards)),
      ),
    )),
    ...(await listCallsAbout(db, cards)),
  ]);
  ids.nextReactions = unique([
    ...(await idsOf(nextReactions, isAmong(db, nextReactions.counterpartyId, cards))),
    ...(await idsOf(nextReactions, isAmong(db, nextReactions.appealId, ids.appeals))),
    ...(await idsOf(
      nextReactions,
      and(isAmong(db, nextReactions.callId, ids.calls), isNull(nextReactions.counterpartyId)),
    )),
    ...(await idsOf(
      nextReactions,
      and(isAmong(db, nextReactions.callerE164, numbers), isNull(nextReactions.counterpartyId)),
    )),
  ]);
  ids.leads = await idsOf(leads, isAmong(db, leads.nextReactionId, ids.nextReactions));
  ids.recordings = await idsOf(recordings, isAmong(db, recordings.callId, ids.calls));
  ids.scoreCards = await idsOf(scoreCards, isAmong(db, scoreCards.callId, ids.calls));
  ids.attachments = await idsOf(attachments, isAmong(db, attachments.counterpartyId, cards));
  ids.purchases = await idsOf(purchases, isAmong(db, purchases.counterpartyId, cards));
  ids.folders = await idsOf(folders, isAmong(db, folders.counterpartyId, cards));
  ids.rounds = await idsOf(rounds, isAmong(db, rounds.counterpartyId, cards));
  ids.complaints = await idsOf(complaints, isAmong(db, complaints.counterpartyId, cards));
}

/** Calls not finished yet in whose conversation one of the cards was chosen: they are told to be the card's only at their end. */
async function listCallsAbout(db: Db, cards: readonly string[]): Promise<string[]> {
  if (cards.length === 0) return [];
  const { calls, callScriptRuns: runs } = db.t;
  const select = (isOpen: SQL | undefined) =>
    db.q
      .select({ id: calls.id, snapshot: runs.snapshot })
      .from(calls)
      .innerJoin(runs, eq(runs.callId, calls.id))
      .where(and(isOpen, isNull(calls.counterpartyId)));
  const rows = [
    ...(await select(isNull(calls.endedAt))),
    ...(await select(and(isNotNull(calls.unfinishedSince), isNull(calls.finishedAt)))),
  ];
  return rows.flatMap(({ id, snapshot }) => {
    const told = JSON.stringify(snapshot);
    return cards.some((card) => told.includes(JSON.stringify(card))) ? [id] : [];
  });
}

const unique = (texts: readonly string[]) => [...new Set(texts)];
