import { insertChanges } from '@/db/changes';
import { deleteContractsByIds, insertContracts, listContractsOfCounterparties } from '@/db/contracts';
import { getSurvivorLocked, updateCounterparty } from '@/db/counterparties';
import { keepsOut } from '@/lib/domain/imports/import-row';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { saveSearchWords } from '@/lib/operations/counterparties/save-search-words';
import { cardOf, findCards } from './find-cards';
import type { ImportWork, PlannedRow, WrittenRow } from './import-work';

type PlannedContract = PlannedRow & { numberNorm: string };

/** Contract numbers for cards that are known by INN, phone or name. */
export const contractsWork: ImportWork<PlannedContract> = {
  async plan(db, rows, around, importId) {
    const found = await findCards(db, rows, around, importId);
    const planned = rows.map((row) => {
      const { numberNorm } = found.keys(row);
      const { card, problems } = cardOf(row, found, ['inn', 'phone', 'name']);
      const holders = found.by.contract.get(numberNorm) ?? [];
      if (card && holders.some(({ id }) => id !== card.id)) {
        problems.push({ field: 'contract', problem: 'contractOfSeveral' });
      }
      return { ...row, numberNorm, problems, card, isKnown: holders.some(({ id }) => id === card?.id) };
    });
    return planned.map(({ isKnown, ...row }) => ({
      ...row,
      result: row.problems.some(keepsOut) ? 'error' : isKnown ? 'same' : 'create',
    }));
  },

  async write(tx, context, job, rows) {
    const written: WrittenRow[] = [];
    for (const { row, card, values, numberNorm } of rows) {
      const id = context.newId();
      const contract = {
        id,
        counterpartyId: card!.id,
        number: values.contract,
        numberNorm,
        createdAt: context.now(),
      };
      const isAdded = await changeContracts(tx, context, card!.id, job.employeeId, () =>
        insertContracts(tx, [contract]),
      );
      if (isAdded) written.push({ row, nounId: id, counterpartyId: card!.id, version: null, before: null });
    }
    return written;
  },

  async undo(tx, context, job, rows) {
    const became = new Map<number, 'undone' | 'changed'>();
    for (const { row, nounId, counterpartyId } of rows) {
      let deleted: string[] = [];
      await changeContracts(tx, context, counterpartyId!, job.undoneBy, async () => {
        deleted = await deleteContractsByIds(tx, [nounId!]);
      });
      became.set(row, deleted.length > 0 ? 'undone' : 'changed');
    }
    return became;
  },
};

/** Changes the contracts of a card, or of the one that it was merged into, and writes it into the history of the card; false when the card is not there any more. */
async function changeContracts(
  tx: Tx,
  context: Context,
  counterpartyId: string,
  employeeId: string | null,
  change: () => Promise<void>,
): Promise<boolean> {
  const card = await getSurvivorLocked(tx, counterpartyId);
  if (!card || card.erasedAt !== null) return false;
  const numbers = async () =>
    (await listContractsOfCounterparties(tx, [card.id])).map(({ number }) => number);
  const from = await numbers();
  await change();
  const to = await numbers();
  if (from.join('\n') === to.join('\n')) return true;
  const at = context.now();
  await updateCounterparty(tx, card.id, { updatedAt: at, version: card.version + 1 });
  await saveSearchWords(tx, card);
  await insertChanges(tx, [
    {
      id: context.newId(),
      noun: 'counterparty',
      nounId: card.id,
      at,
      employeeId,
      fields: { contracts: { from, to } },
    },
  ]);
  tell(tx, { noun: 'counterparty', nounId: card.id });
  return true;
}
