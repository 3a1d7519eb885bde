import { insertContracts, listContractsOfCounterparties } from '@/db/contracts';
import { type CounterpartyRow, getCounterpartyLocked, insertCounterparties } from '@/db/counterparties';
import { insertCounterpartyImport } from '@/db/counterparty-imports';
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

const batch = 200;

/**
 * Imports a CSV file as one act, with its history: new cards are made, known ones completed, rows that cannot be read
 * are left out and named in the result.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function runImport(
  context: Context,
  input: { fileName: string; text: string; mapping: ImportMapping },
): Promise<ImportDone> {
  const person = signedIn(context);
  if (!mayImport(person)) throw forbidden();
  const { rows, mapping } = readImportFile(input.text, input.mapping);
  return context.tx(async (tx) => {
    const cities = await readCityDirectory(tx);
    const planned = await planImport(tx, rows, cities);
    const created = planned.filter((row) => row.result === 'create');
    const completed = planned.filter((row) => row.result === 'complete');
    await insertCards(tx, context, created, cities, person.id);
    for (const row of completed) await completeFromRow(tx, context, row, person.id);
    const errors = planned.flatMap((row) => row.problems.map((problem) => ({ row: row.row, ...problem })));
    const importId = context.newId();
    await insertCounterpartyImport(tx, {
      id: importId,
      fileName: input.fileName,
      employeeId: person.id,
      mapping,
      rowCount: rows.length,
      createdCount: created.length,
      updatedCount: completed.length,
      errors,
      createdAt: context.now(),
    });
    tell(tx, { noun: 'counterparty', nounId: importId });
    return { importId, createdCount: created.length, updatedCount: completed.length, errors };
  });
}

async function insertCards(
  tx: Tx,
  context: Context,
  rows: readonly PlannedRow[],
  cities: CityDirectory,
  employeeId: string,
): Promise<void> {
  const now = context.now();
  for (let at = 0; at < rows.length; at += batch) {
    const cards = rows
      .slice(at, at + batch)
      .map((row) => ({ row, card: cardOf(row, context, cities, employeeId) }));
    await insertCounterparties(
      tx,
      cards.map(({ card }) => card),
    );
    await insertCounterpartyPhones(
      tx,
      cards.flatMap(({ row, card }) =>
        row.readPhone
          ? [{ id: context.newId(), counterpartyId: card.id, position: 0, ...row.readPhone }]
          : [],
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
    // A large file must not keep everybody else waiting for the processor.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function cardOf(
  row: PlannedRow,
  context: Context,
  cities: CityDirectory,
  employeeId: string,
): CounterpartyRow {
  const now = context.now();
  return {
    id: context.newId(),
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
