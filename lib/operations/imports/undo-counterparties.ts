import { insertChange } from '@/db/changes';
import { deleteContractsByIds } from '@/db/contracts';
import { getCounterpartyLocked, listCounterpartiesByIds, updateCounterparty } from '@/db/counterparties';
import { deletePhonesByIds } from '@/db/counterparty-phones';
import { deleteCounterparties, listCounterpartiesInUse, type MadeWithCard } from '@/db/counterparty-records';
import { type ImportedRow, updateImportedVersion } from '@/db/import-rows';
import type { ImportRow } from '@/db/imports';
import type { RowUndoing } from '@/lib/domain/imports/import-row';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { saveSearchWords } from '@/lib/operations/counterparties/save-search-words';
import type { CompletedBefore } from './write-counterparties';
import { takeOutExtras } from './write-extras';

/** Deletes the cards that nobody changed and on which nothing hangs; takes out of the others what a row put into them. */
export async function undoCounterparties(
  tx: Tx,
  context: Context,
  job: ImportRow,
  rows: readonly ImportedRow[],
): Promise<Map<number, RowUndoing>> {
  const became = new Map<number, RowUndoing>();
  const versions = new Map(rows.map(({ row, version }) => [row, version]));
  for (const row of rows) {
    if (row.result !== 'complete' || !row.before) continue;
    const left = await takeOut(tx, context, job, { ...row, version: versions.get(row.row)! });
    became.set(row.row, left === null ? 'changed' : 'undone');
    if (left === null) continue;
    for (const one of rows) {
      const isLeftSo = one.nounId === row.nounId && versions.get(one.row) === left.from;
      if (isLeftSo) versions.set(one.row, left.to);
    }
  }
  const made = rows.filter(({ result, nounId }) => result === 'create' && nounId);
  const ids = made.map(({ nounId }) => nounId!);
  const cards = new Map((await listCounterpartiesByIds(tx, ids)).map((card) => [card.id, card]));
  const madeWith = new Map(made.map(({ nounId, before }) => [nounId!, (before ?? {}) as MadeWithCard]));
  const inUse = await listCounterpartiesInUse(tx, ids, madeWith);
  const removed: string[] = [];
  for (const { row, nounId } of made) {
    const card = cards.get(nounId!);
    if (card && (card.version !== versions.get(row) || card.mergedInto !== null)) became.set(row, 'changed');
    else if (card && inUse.has(card.id)) became.set(row, 'inUse');
    else {
      if (card) removed.push(card.id);
      became.set(row, 'undone');
    }
  }
  await deleteCounterparties(tx, removed);
  return became;
}

/** The version that an earlier row left the card at, and the one it is at now; null for a card that was changed since. */
async function takeOut(
  tx: Tx,
  context: Context,
  job: ImportRow,
  row: ImportedRow,
): Promise<{ from: number; to: number } | null> {
  const card = await getCounterpartyLocked(tx, row.nounId!);
  if (!card || card.mergedInto !== null || card.version !== row.version) return null;
  const before = row.before as CompletedBefore;
  const version = card.version + 1;
  await deletePhonesByIds(tx, before.phoneIds);
  await deleteContractsByIds(tx, before.contractIds);
  if (before.extras) await takeOutExtras(tx, card.id, before.extras);
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
  return { from: before.version, to: version };
}

function changedBack(now: CompletedBefore['fields'], before: CompletedBefore['fields']) {
  return Object.fromEntries(
    (['category', 'city', 'contactPerson', 'inn', 'kpp', 'priceType', 'assignedTo'] as const).flatMap(
      (field) =>
        before[field] === undefined || now[field] === before[field]
          ? []
          : [[field, { from: now[field], to: before[field] }]],
    ),
  );
}
