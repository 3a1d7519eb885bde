import { type CounterpartyRow, listChangedCounterparties } from '@/db/counterparties';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { insertPair } from '@/db/counterparty-pairs';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { insertDeadline, listOpenDeadlines } from '@/db/deadlines';
import { getSetting, updateSetting } from '@/db/settings';
import { addDays, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import type { Context, Tx } from '@/lib/operations/context';
import { clientTimeZone } from '@/lib/operations/departments/client-department';
import { findSimilar } from './find-similar';

/** The one search there is: what its deadlines are set for. */
const duplicateSearch = 'duplicates';
const settingKey = 'duplicateSearch';
const nightMinute = 3 * 60;
/** Calls wait for a writer: a part takes well under a tenth of a second, and others come in between. */
const cardsOfPart = 50;
const pauseMs = 2000;

type Progress = { updatedAt: number; id: string; generation: number };

/** Sets the deadline of the first search, unless one is set. */
export async function planDuplicateSearch(context: Context): Promise<void> {
  if ((await listOpenDeadlines(context.read, duplicateSearch)).length > 0) return;
  await context.tx(async (tx) =>
    setNext(tx, context, await readProgress(tx), await nextNight(tx, context.now())),
  );
}

/**
 * One part of the nightly search for duplicates: looks at the cards changed since the last one and writes down whom each may be
 * the same as. The next part follows at once, the next search in the next night.
 */
export async function searchDuplicates(tx: Tx, context: Context): Promise<void> {
  const progress = await readProgress(tx);
  const cards = await listChangedCounterparties(tx, progress, cardsOfPart);
  for (const card of cards) if (card.mergedInto === null) await suspect(tx, context, card);
  const last = cards.at(-1);
  const reached = last ? { ...progress, updatedAt: last.updatedAt, id: last.id } : progress;
  const now = context.now();
  await setNext(tx, context, reached, cards.length < cardsOfPart ? await nextNight(tx, now) : now + pauseMs);
}

async function suspect(tx: Tx, context: Context, card: CounterpartyRow): Promise<void> {
  const phones = await listPhonesOfCounterparties(tx, [card.id]);
  const emails = await listEmailsOfCounterparties(tx, [card.id]);
  const { name, city, inn } = card;
  const e164s = [...new Set(phones.flatMap(({ e164 }) => e164 ?? []))];
  const addresses = emails.map(({ addressNorm }) => addressNorm);
  const similar = await findSimilar(tx, { name, city, inn, e164s, emails: addresses }, 'all');
  similar.delete(card.id);
  for (const [id, likeness] of similar) {
    const [oneId, otherId] = [card.id, id].sort() as [string, string];
    await insertPair(tx, {
      id: context.newId(),
      oneId,
      otherId,
      likeness,
      foundAt: context.now(),
      dismissedAt: null,
      dismissedBy: null,
      mergeId: null,
    });
  }
}

async function readProgress(tx: Tx): Promise<Progress> {
  const kept = (await getSetting(tx, settingKey))?.value as Progress | undefined;
  return kept ?? { updatedAt: 0, id: '', generation: 0 };
}

async function setNext(tx: Tx, context: Context, progress: Progress, dueAt: number): Promise<void> {
  const generation = progress.generation + 1;
  await updateSetting(tx, {
    key: settingKey,
    value: { ...progress, generation },
    updatedAt: context.now(),
    updatedBy: null,
  });
  const deadline = { kind: 'duplicates', subjectId: duplicateSearch, generation, dueAt } as const;
  await insertDeadline(tx, { id: context.newId(), ...deadline });
}

async function nextNight(tx: Tx, now: number): Promise<number> {
  const timeZone = await clientTimeZone(tx);
  const { date, minuteOfDay } = wallTimeAt(now, timeZone);
  return instantOf(minuteOfDay < nightMinute ? date : addDays(date, 1), nightMinute, timeZone);
}
