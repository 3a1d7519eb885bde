import type { ChangedFields } from '@/db/changes';
import { insertContracts, listContractsOfCounterparties } from '@/db/contracts';
import {
  type CounterpartyRow,
  getCounterpartyLocked,
  insertCounterparties,
  updateCounterparty,
} from '@/db/counterparties';
import { insertCounterpartyPhones, listPhonesOfCounterparties } from '@/db/counterparty-phones';
import type { MadeWithCard } from '@/db/counterparty-records';
import type { ImportRow } from '@/db/imports';
import { defaultCategory, untoldContact } from '@/lib/domain/counterparties/counterparty';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import { readStatus } from '@/lib/domain/imports/read-status';
import type { Context, Tx } from '@/lib/operations/context';
import { completeCard } from '@/lib/operations/counterparties/complete-card';
import { addSearchWords, saveSearchWords } from '@/lib/operations/counterparties/save-search-words';
import type { Surroundings, WrittenRow } from './import-work';
import type { PlannedCard } from './plan-counterparties';
import { completeExtras, type ExtrasBefore, insertExtras } from './write-extras';

/** Makes the new cards all at once and completes the known ones one by one. */
export async function writeCounterparties(
  tx: Tx,
  context: Context,
  job: ImportRow,
  rows: readonly PlannedCard[],
  around: Surroundings,
): Promise<WrittenRow[]> {
  const made = rows
    .filter(({ result }) => result === 'create')
    .map((row) => ({ row, card: newCard(row, context, job, around) }));
  const madeWith = await insertCards(tx, context, made);
  const written: WrittenRow[] = made.map(({ row: { row }, card: { id } }) => ({
    row,
    nounId: id,
    counterpartyId: id,
    version: 1,
    before: madeWith.get(id) ?? null,
  }));
  const madeOfInn = new Map(made.map(({ card }) => [card.inn, card.id]));
  for (const row of rows) {
    if (row.result !== 'complete') continue;
    const cardId = row.card?.id ?? madeOfInn.get(row.keys.inn)!;
    written.push(...(await completeFrom(tx, context, job, row, cardId, around)));
  }
  return written;
}

function newCard(
  { values, keys, extras }: PlannedCard,
  context: Context,
  job: ImportRow,
  { cities }: Surroundings,
): CounterpartyRow {
  const now = context.now();
  return {
    id: context.newId(),
    name: values.name,
    nameNorm: normaliseName(values.name),
    sortKey: sortKey(values.name),
    status: readStatus(values.status) ?? (values.contract ? 'client' : 'prospect'),
    category: values.category || defaultCategory,
    cityId: cities.id(values.city),
    city: values.city,
    contactPerson: values.contactPerson || untoldContact,
    inn: keys.inn,
    kpp: extras.kpp,
    priceType: extras.priceType,
    note: values.note,
    assignedTo: extras.assignedTo,
    createdAt: now,
    createdBy: job.employeeId,
    updatedAt: now,
    version: 1,
    mergedInto: null,
    erasedAt: null,
  };
}

async function insertCards(
  tx: Tx,
  context: Context,
  cards: readonly { row: PlannedCard; card: CounterpartyRow }[],
): Promise<Map<string, MadeWithCard>> {
  await insertCounterparties(
    tx,
    cards.map(({ card }) => card),
  );
  await insertCounterpartyPhones(
    tx,
    cards.flatMap(({ row, card }) =>
      row.keys.phone
        ? [{ id: context.newId(), counterpartyId: card.id, position: 0, contactId: null, ...row.keys.phone }]
        : [],
    ),
  );
  await insertContracts(
    tx,
    cards.flatMap(({ row, card }) => (row.values.contract ? [contractOf(row, card.id, context)] : [])),
  );
  await addSearchWords(
    tx,
    cards.map(({ row, card }) => ({ card, contracts: row.values.contract ? [row.values.contract] : [] })),
  );
  return insertExtras(
    tx,
    context,
    cards.map(({ row, card }) => ({ cardId: card.id, extras: row.extras })),
  );
}

const contractOf = ({ values, keys }: PlannedCard, counterpartyId: string, context: Context) => ({
  id: context.newId(),
  counterpartyId,
  number: values.contract,
  numberNorm: keys.numberNorm,
  createdAt: context.now(),
});

/** What a card was before a row completed it. */
export type CompletedBefore = {
  version: number;
  fields: Pick<CounterpartyRow, 'category' | 'city' | 'cityId' | 'contactPerson' | 'inn'> &
    Partial<Pick<CounterpartyRow, 'kpp' | 'priceType' | 'assignedTo'>>;
  /** What the row added. */
  phoneIds: string[];
  contractIds: string[];
  extras?: ExtrasBefore;
};

async function completeFrom(
  tx: Tx,
  context: Context,
  job: ImportRow,
  row: PlannedCard,
  cardId: string,
  around: Surroundings,
): Promise<WrittenRow[]> {
  const card = await getCounterpartyLocked(tx, cardId);
  if (!card || card.mergedInto !== null || card.erasedAt !== null) return [];
  const phonesBefore = await listPhonesOfCounterparties(tx, [card.id]);
  const fields: ChangedFields = {};
  const contractIds = await addContract(tx, context, row, card, fields);
  const extras = await completeExtras(tx, context, card, row.extras, fields, around);
  const change: Partial<CounterpartyRow> = { ...extras?.change };
  if (row.keys.inn && card.inn === '') {
    fields.inn = { from: '', to: row.keys.inn };
    change.inn = row.keys.inn;
  }
  if (Object.keys(change).length > 0) await updateCounterparty(tx, card.id, change);
  const { category, city, contactPerson, phone } = row.values;
  await completeCard(tx, context, card, { category, city, contactPerson, phone }, job.employeeId, fields);
  if (Object.keys(fields).length === 0) return [];
  const known = new Set(phonesBefore.map(({ id }) => id));
  const phones = await listPhonesOfCounterparties(tx, [card.id]);
  const before: CompletedBefore = {
    version: card.version,
    fields: {
      category: card.category,
      city: card.city,
      cityId: card.cityId,
      contactPerson: card.contactPerson,
      inn: card.inn,
      kpp: card.kpp,
      priceType: card.priceType,
      assignedTo: card.assignedTo,
    },
    phoneIds: phones.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    contractIds,
    ...(extras ? { extras: extras.before } : {}),
  };
  return [{ row: row.row, nounId: card.id, counterpartyId: card.id, version: card.version + 1, before }];
}

/** Adds a contract that the card does not have, and says so in `fields`; returns its id. */
async function addContract(
  tx: Tx,
  context: Context,
  row: PlannedCard,
  card: CounterpartyRow,
  fields: ChangedFields,
): Promise<string[]> {
  const known = await listContractsOfCounterparties(tx, [card.id]);
  if (!row.values.contract || known.some((one) => one.numberNorm === row.keys.numberNorm)) return [];
  const contract = contractOf(row, card.id, context);
  await insertContracts(tx, [contract]);
  await saveSearchWords(tx, card);
  const from = known.map(({ number }) => number);
  fields.contracts = { from, to: [...from, row.values.contract] };
  return [contract.id];
}
