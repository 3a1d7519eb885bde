import { insertContracts, listContractsOfCounterparties } from '@/db/contracts';
import {
  type CounterpartyRow,
  getCounterpartyLocked,
  insertCounterparties,
  listCounterpartiesByIds,
} from '@/db/counterparties';
import {
  getCounterpartyImport,
  insertCounterpartyImport,
  updateCounterpartyImportCounts,
} from '@/db/counterparty-imports';
import { insertCounterpartyPhones } from '@/db/counterparty-phones';
import { insertCounterpartyWords } from '@/db/counterparty-words';
import { normaliseContractNumber, searchWords } from '@/lib/domain/counterparties/card-search';
import { defaultCategory, untoldContact } from '@/lib/domain/counterparties/counterparty';
import type { ImportMapping } from '@/lib/domain/counterparties/import-columns';
import type { ImportDone } from '@/lib/domain/counterparties/imports.contract';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { type CityDirectory, readCityDirectory } from './city-directory';
import { completeCard } from './complete-card';
import { type PlannedRow, planImport } from './plan-import';
import { readImportFile } from './read-import-file';
import { saveSearchWords } from './save-search-words';

/** Calls wait for a writer: no part of an import may take long. */
const rowsOfPart = 100;

type NewCard = { row: PlannedRow; card: CounterpartyRow };

/**
 * Imports a CSV file with its history: new cards are made, known ones completed, rows that cannot be read are left out
 * and named in the result. It is written in parts, between which calls are taken; one that was cut off goes on when its
 * request is sent again, and its history counts what was done until then.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function runImport(
  context: Context,
  input: { fileName: string; text: string; mapping: ImportMapping },
): Promise<ImportDone> {
  const person = signedIn(context);
  if (!mayImport(person)) throw forbidden();
  const { rows, mapping } = readImportFile(input.text, input.mapping);
  const cities = await readCityDirectory(context.read);
  const planned = await planImport(context.read, rows, cities);
  const importId = context.idOf('import');
  await context.part((tx) =>
    insertCounterpartyImport(tx, {
      id: importId,
      fileName: input.fileName,
      employeeId: person.id,
      mapping,
      rowCount: rows.length,
      createdCount: 0,
      updatedCount: 0,
      errors: planned.flatMap((row) => row.problems.map((problem) => ({ row: row.row, ...problem }))),
      createdAt: context.now(),
    }),
  );
  const toWrite = planned
    .filter(({ result }) => result === 'create' || result === 'complete')
    .map((row) => ({ row, card: cardOf(row, context, cities, person.id) }));
  for (let at = 0; at < toWrite.length; at += rowsOfPart) {
    const rowsNow = toWrite.slice(at, at + rowsOfPart);
    await context.part((tx) => importRows(tx, context, importId, rowsNow, person.id));
  }
  return context.tx(async (tx) => {
    const { createdCount, updatedCount, errors } = (await getCounterpartyImport(tx, importId))!;
    tell(tx, { noun: 'counterparty', nounId: importId });
    return { importId, createdCount, updatedCount, errors: errors as ImportDone['errors'] };
  });
}

/** A row whose card an earlier run of the same request made finds it there. */
async function importRows(
  tx: Tx,
  context: Context,
  importId: string,
  rows: readonly NewCard[],
  employeeId: string,
): Promise<void> {
  const made = await listCounterpartiesByIds(
    tx,
    rows.map(({ card }) => card.id),
  );
  const left = rows.filter(({ card }) => !made.some(({ id }) => id === card.id));
  const created = left.filter(({ row }) => row.result === 'create');
  const completed = left.filter(({ row }) => row.result === 'complete');
  await insertCards(tx, context, created);
  for (const { row } of completed) await completeFromRow(tx, context, row, employeeId);
  await updateCounterpartyImportCounts(tx, importId, { created: created.length, updated: completed.length });
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
      row.readPhone ? [{ id: context.newId(), counterpartyId: card.id, position: 0, ...row.readPhone }] : [],
    ),
  );
  await insertContracts(
    tx,
    cards.flatMap(({ row, card }) => (row.contract ? [contractOf(row, card.id, context, now)] : [])),
  );
  await insertCounterpartyWords(
    tx,
    cards.flatMap(({ row, card }) =>
      searchWords(card, row.contract ? [row.contract] : []).map((word) => ({
        word,
        counterpartyId: card.id,
      })),
    ),
  );
}

function cardOf(
  row: PlannedRow,
  context: Context,
  cities: CityDirectory,
  employeeId: string,
): CounterpartyRow {
  const now = context.now();
  return {
    id: context.idOf(`row ${row.row}`),
    name: row.name,
    nameNorm: normaliseName(row.name),
    sortKey: sortKey(row.name),
    status: row.status ?? (row.contract ? 'client' : 'prospect'),
    category: row.category || defaultCategory,
    cityId: cities.id(row.city),
    city: row.city,
    contactPerson: row.contactPerson || untoldContact,
    note: row.note,
    assignedTo: null,
    createdAt: now,
    createdBy: employeeId,
    updatedAt: now,
    version: 1,
  };
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
  if (row.contract && row.card && !(await hasContract(tx, card.id, row.contract))) {
    await insertContracts(tx, [contractOf(row, card.id, context, context.now())]);
    await saveSearchWords(tx, card);
  }
  await completeCard(tx, context, card, { category, city, contactPerson, phone }, employeeId);
}

async function hasContract(tx: Tx, counterpartyId: string, number: string): Promise<boolean> {
  const known = await listContractsOfCounterparties(tx, [counterpartyId]);
  return known.some((contract) => contract.numberNorm === normaliseContractNumber(number));
}
