import { insertChange } from '@/db/changes';
import { type CounterpartyRow, getCounterpartyLocked, updateCounterparty } from '@/db/counterparties';
import {
  cardRecordTables,
  getMergeLocked,
  updateMergeUndone,
  updateMergeVersion,
  updateRecordsMovedBack,
  updateWithAppeals,
} from '@/db/counterparty-merges';
import { updatePairsUnmerged } from '@/db/counterparty-pairs';
import { mergeFields } from '@/lib/domain/counterparties/merge';
import { mayMergeCards } from '@/lib/domain/employees/permissions';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { putBackCardLists } from './join-card-lists';
import { partClientWork } from './join-client-work';
import { refuseErased } from './refuse-erased';
import { saveSearchWords } from './save-search-words';

/**
 * Takes a merge back: both cards are as they were, and what moved is where it was. What was written on a moved appeal since
 * goes along with it; what was written on the surviving card stays there. Versions go on counting, so that nobody saves over
 * a card unseen.
 * @throws Refusal `forbidden`, `notFound`; `notPossibleNow` with the reason `changedSince` when the surviving card was changed or
 * merged since
 */
export async function undoMerge(
  context: Context,
  { mergeId }: { mergeId: string },
): Promise<{ counterpartyId: string }> {
  const person = signedIn(context);
  if (!mayMergeCards(person)) throw forbidden();
  return context.tx(async (tx) => {
    const merge = await getMergeLocked(tx, mergeId);
    if (!merge) throw notFound('merge');
    const { survivorId, mergedId, before, moved } = merge;
    if (merge.undoneAt !== null) return { counterpartyId: mergedId };
    for (const id of [survivorId, mergedId].sort()) await getCounterpartyLocked(tx, id);
    const survivor = (await getCounterpartyLocked(tx, survivorId))!;
    const merged = (await getCounterpartyLocked(tx, mergedId))!;
    refuseErased(survivor);
    if (survivor.version !== merge.survivorVersion || survivor.mergedInto !== null) {
      throw new Refusal('notPossibleNow', 'the card was changed since', {}, { reason: 'changedSince' });
    }
    const now = context.now();
    const was = {
      survivor: before.survivor.counterparties![0] as CounterpartyRow,
      merged: before.merged.counterparties![0] as CounterpartyRow,
    };
    const version = survivor.version + 1;
    const { id: _, ...ownRow } = was.survivor;
    const { id: __, ...otherRow } = was.merged;
    await updateCounterparty(tx, survivorId, { ...ownRow, version });
    await updateCounterparty(tx, mergedId, { ...otherRow, version: merged.version + 1 });
    await putBackCardLists(tx, survivorId, before.survivor);
    await putBackCardLists(tx, mergedId, before.merged);
    for (const table of cardRecordTables) {
      await updateRecordsMovedBack(tx, table, moved[table] ?? [], mergedId);
    }
    await updateWithAppeals(tx, moved.appeals ?? [], mergedId, merge.mergedAt);
    await partClientWork(tx, context, merge, {
      joined: survivor.assignedTo,
      survivor: was.survivor.assignedTo,
      merged: was.merged.assignedTo,
    });
    await saveSearchWords(tx, was.survivor);
    await saveSearchWords(tx, was.merged);
    await updatePairsUnmerged(tx, mergeId);
    await updateMergeUndone(tx, mergeId, { undoneAt: now, undoneBy: person.id });
    await updateMergeVersion(tx, survivorId, was.survivor.version, version);
    const history = mergeFields.flatMap((field) =>
      survivor[field] === was.survivor[field]
        ? []
        : [[field, { from: survivor[field], to: was.survivor[field] }]],
    );
    await insertChange(tx, {
      id: context.newId(),
      noun: 'counterparty',
      nounId: survivorId,
      at: now,
      employeeId: person.id,
      fields: { merged: { from: was.merged.name, to: null }, ...Object.fromEntries(history) },
    });
    for (const id of [survivorId, mergedId]) tell(tx, { noun: 'counterparty', nounId: id });
    return { counterpartyId: mergedId };
  });
}
