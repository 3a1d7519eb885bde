import type { ChangedFields } from '@/db/changes';
import { insertContracts, listContractsOfCounterparties } from '@/db/contracts';
import {
  type CounterpartyRow,
  getCounterpartyLocked,
  insertCounterparties,
  listCounterpartiesByIds,
} from '@/db/counterparties';
import { updateCounterpartyImportCounts } from '@/db/counterparty-imports';
import { insertCounterpartyPhones } from '@/db/counterparty-phones';
import { normaliseContractNumber } from '@/lib/domain/counterparties/card-search';
import { defaultCategory, untoldContact } from '@/lib/domain/counterparties/counterparty';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import type { Context, Tx } from '@/lib/operations/context';
import type { CityDirectory } from './city-directory';
import { completeCard } from './complete-card';
import type { PlannedRow } from './plan-import';
import type { ChangedList } from './save-card-lists';
import { addSearchWords, saveSearchWords } from './save-search-words';

export type NewCard = { row: PlannedRow; card: CounterpartyRow };

/** Writes one part of an import. A row whose card an earlier run of the same request made finds it there. */
export async function importRows(
  tx: Tx,
  context: Context,
  importId: string,
  rows: readonly NewCard[],
  employeeId: string,
): Promise<{ created: number; updated: number }> {
  const made = await listCounterpartiesByIds(
    tx,
    rows.map(({ card }) => card.id),
  );
  const left = rows.filter(({ card }) => !made.some(({ id }) => id === card.id));
  const created = left.filter(({ row }) => row.result === 'create');
  const completed = left.filter(({ row }) => row.result === 'complete');
  await insertCards(tx, context, created);
  for (const { row } of completed) await completeFromRow(tx, context, row, employeeId);
  const counts = { created: created.length, updated: completed.length };
  await updateCounterpartyImportCounts(tx, importId, counts);
  return counts;
}

async function insertCards(tx: Tx, context: Context, cards: readonly NewCard[]): Promise<void> {
  const now = context.now();
  await insertCounterparties(
    tx,
    cards.map(({ card }) => card),
  );
  await insertCounterpartyPhones(
    tx,
    cards.flatMap(({ row, card }) =>
      row.readPhone
        ? [{ id: context.newId(), counterpartyId: card.id, position: 0, contactId: null, ...row.readPhone }]
        : [],
    ),
  );
  await insertContracts(
    tx,
    cards.flatMap(({ row, card }) => (row.contract ? [contractOf(row, card.id, context, now)] : [])),
  );
  await addSearchWords(
    tx,
    cards.map(({ row, card }) => ({ card, contracts: row.contract ? [row.contract] : [] })),
  );
}

/** The card a row makes; its id is the same each time the request is sent. */
export function newCardOf(
  row: PlannedRow,
  context: Context,
  cities: CityDirectory,
  employeeId: string,
): NewCard {
  const now = context.now();
  const card = {
    id: context.idOf(`row ${row.row}`),
    name: row.name,
    nameNorm: normaliseName(row.name),
    sortKey: sortKey(row.name),
    status: row.status ?? (row.contract ? 'client' : 'prospect'),
    category: row.category || defaultCategory,
    cityId: cities.id(row.city),
    city: row.city,
    contactPerson: row.contactPerson || untoldContact,
    inn: '',
    kpp: '',
    priceType: '',
    note: row.note,
    assignedTo: null,
    createdAt: now,
    createdBy: employeeId,
    updatedAt: now,
    version: 1,
    mergedInto: null,
  };
  return { row, card };
}

const contractOf = (row: PlannedRow, counterpartyId: string, context: Context, now: number) => ({
  id: context.newId(),
  counterpartyId,
  number: row.contract,
  numberNorm: normaliseContractNumber(row.contract),
  createdAt: now,
});

async function completeFromRow(tx: Tx, context: Context, row: PlannedRow, employeeId: string): Promise<void> {
  const card = (await getCounterpartyLocked(tx, row.card!.id))!;
  const { category, city, contactPerson, phone } = row;
  const contracts = await addContract(tx, context, row, card);
  const fields: ChangedFields = contracts ? { contracts } : {};
  await completeCard(tx, context, card, { category, city, contactPerson, phone }, employeeId, fields);
}

async function addContract(
  tx: Tx,
  context: Context,
  row: PlannedRow,
  card: CounterpartyRow,
): Promise<ChangedList> {
  const known = await listContractsOfCounterparties(tx, [card.id]);
  const numberNorm = normaliseContractNumber(row.contract);
  if (!row.contract || known.some((contract) => contract.numberNorm === numberNorm)) return null;
  await insertContracts(tx, [contractOf(row, card.id, context, context.now())]);
  await saveSearchWords(tx, card);
  const from = known.map((contract) => contract.number);
  return { from, to: [...from, row.contract] };
}
