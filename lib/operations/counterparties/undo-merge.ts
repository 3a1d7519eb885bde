import { insertChange } from '@/db/changes';
import { type CounterpartyRow, getCounterpartyLocked, updateCounterparty } from '@/db/counterparties';
import {
  type CounterpartyMergeRow,
  cardRecordTables,
  getMergeLocked,
  listMergesInto,
  updateMergeUndone,
  updateMergeVersion,
  updateRecordsMovedBack,
  updateWithAppeals,
} from '@/db/counterparty-merges';
import { updatePairsUnmerged } from '@/db/counterparty-pairs';
import { mergeFields } from '@/lib/domain/counterparties/merge';
import { mayMergeCards } from '@/lib/domain/employees/permissions';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { changedFields } from '@/lib/operations/settings/record-change';
import { putBackCardLists, readCardLists } from './join-card-lists';
import { partClientWork } from './join-client-work';
import { refuseErased } from './refuse-erased';
import { saveSearchWords } from './save-search-words';

/**
 * Takes a merge back: both cards are as they were, and what moved is where it was. What was written on a moved appeal since
 * goes along with it; what was written on the surviving card, and what its fields were changed to, stays there. Versions go on counting, so that nobody saves over
 * a card unseen.
 * @throws Refusal `forbidden`, `notFound`; `notPossibleNow` with the reason `changedSince` when a list of the surviving card was
 * changed, or it was merged, since
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
    if (survivor.mergedInto !== null || !(await hasItsLists(tx, merge, survivor))) {
      throw new Refusal('notPossibleNow', 'the card was changed since', {}, { reason: 'changedSince' });
    }
    const now = context.now();
    const was = {
      survivor: before.survivor.counterparties![0] as CounterpartyRow,
      merged: before.merged.counterparties![0] as CounterpartyRow,
    };
    const version = survivor.version + 1;
    const { id: _, ...ownRow } = { ...was.survivor, ...changedSince(survivor, was) };
    const { id: __, ...otherRow } = was.merged;
    const restored = { ...survivor, ...ownRow, version };
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
      survivor: restored.assignedTo,
      merged: was.merged.assignedTo,
    });
    await saveSearchWords(tx, restored);
    await saveSearchWords(tx, was.merged);
    await updatePairsUnmerged(tx, mergeId);
    await updateMergeUndone(tx, mergeId, { undoneAt: now, undoneBy: person.id });
    await updateMergeVersion(tx, survivorId, was.survivor.version, version);
    const history = mergeFields.flatMap((field) =>
      survivor[field] === restored[field] ? [] : [[field, { from: survivor[field], to: restored[field] }]],
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

/** Whether the lists of the card are those the merge left, and nothing was merged into it later. */
async function hasItsLists(
  tx: Tx,
  { id, before, survivorVersion }: CounterpartyMergeRow,
  card: CounterpartyRow,
) {
  if (card.version === survivorVersion) return true;
  const [last] = await listMergesInto(tx, card.id, 1);
  if (!before.after || last?.id !== id) return false;
  const now = await readCardLists(tx, card);
  return Object.entries(before.after).every(
    ([table, rows]) => table === 'counterparties' || areSame(rows, now[table] ?? []),
  );
}

/** The same rows, in whatever order a database gives them. */
const areSame = (rows: readonly object[], others: readonly object[]) =>
  rows.length === others.length &&
  rows.every((row) =>
    others.some((other) => Object.keys(changedFields({ row }, { row: other })).length === 0),
  );

/** The fields that hold neither card's value: somebody wrote them since. */
function changedSince(
  card: CounterpartyRow,
  was: Record<'survivor' | 'merged', CounterpartyRow>,
): Partial<CounterpartyRow> {
  const changed = mergeFields.filter(
    (field) => card[field] !== was.survivor[field] && card[field] !== was.merged[field],
  );
  return {
    ...Object.fromEntries(changed.map((field) => [field, card[field]])),
    ...(changed.includes('city') && { cityId: card.cityId }),
    ...(changed.includes('name') && { nameNorm: card.nameNorm, sortKey: card.sortKey }),
  };
}
