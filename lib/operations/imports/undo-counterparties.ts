import { insertChange } from '@/db/changes';
import { deleteContractsByIds } from '@/db/contracts';
import { getCounterpartyLocked, listCounterpartiesByIds, updateCounterparty } from '@/db/counterparties';
import { deletePhonesByIds } from '@/db/counterparty-phones';
import { deleteCounterparties, listCounterpartiesInUse } from '@/db/counterparty-records';
import { type ImportedRow, updateImportedVersion } from '@/db/import-rows';
import type { ImportRow } from '@/db/imports';
import type { RowUndoing } from '@/lib/domain/imports/import-row';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { saveSearchWords } from '@/lib/operations/counterparties/save-search-words';
import type { CompletedBefore } from './write-counterparties';

/** Deletes the cards that nobody changed and on which nothing hangs; takes out of the others what a row put into them. */
export async function undoCounterparties(
  tx: Tx,
  context: Context,
  job: ImportRow,
  rows: readonly ImportedRow[],
): Promise<Map<number, RowUndoing>> {
  const became = new Map<number, RowUndoing>();
  const made = rows.filter(({ result, nounId }) => result === 'create' && nounId);
  const ids = made.map(({ nounId }) => nounId!);
  const cards = new Map((await listCounterpartiesByIds(tx, ids)).map((card) => [card.id, card]));
  const inUse = await listCounterpartiesInUse(tx, ids);
  const removed: string[] = [];
  for (const { row, nounId, version } of made) {
    const card = cards.get(nounId!);
    if (card && (card.version !== version || card.mergedInto !== null)) became.set(row, 'changed');
    else if (card && inUse.has(card.id)) became.set(row, 'inUse');
    else {
      if (card) removed.push(card.id);
      became.set(row, 'undone');
    }
  }
  await deleteCounterparties(tx, removed);
  for (const row of rows) {
    if (row.result === 'complete' && row.before) became.set(row.row, await takeOut(tx, context, job, row));
  }
  return became;
}

async function takeOut(tx: Tx, context: Context, job: ImportRow, row: ImportedRow): Promise<RowUndoing> {
  const card = await getCounterpartyLocked(tx, row.nounId!);
  if (!card || card.mergedInto !== null || card.version !== row.version) return 'changed';
  const before = row.before as CompletedBefore;
  const version = card.version + 1;
  await deletePhonesByIds(tx, before.phoneIds);
  await deleteContractsByIds(tx, before.contractIds);
  await updateCounterparty(tx, card.id, { ...before.fields, updatedAt: context.now(), version });
  await saveSearchWords(tx, { ...card, ...before.fields });
  await updateImportedVersion(tx, job.id, card.id, before.version, version);
  await insertChange(tx, {
    id: context.newId(),
    noun: 'counterparty',
    nounId: card.id,
    at: context.now(),
    employeeId: job.undoneBy,
    fields: { importUndone: { from: job.fileName, to: null }, ...changedBack(card, before.fields) },
  });
  tell(tx, { noun: 'counterparty', nounId: card.id });
  return 'undone';
}

function changedBack(now: CompletedBefore['fields'], before: CompletedBefore['fields']) {
  return Object.fromEntries(
    (['category', 'city', 'contactPerson', 'inn'] as const).flatMap((field) =>
      now[field] === before[field] ? [] : [[field, { from: now[field], to: before[field] }]],
    ),
  );
}
