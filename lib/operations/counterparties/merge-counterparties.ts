import { insertChange } from '@/db/changes';
import {
  type CounterpartyRow,
  getCounterpartyLocked,
  listVisibleCounterparties,
  updateCounterparty,
} from '@/db/counterparties';
import {
  cardRecordTables,
  insertMerge,
  updateReactionsMoved,
  updateRecordsMoved,
} from '@/db/counterparty-merges';
import { updatePairsMerged } from '@/db/counterparty-pairs';
import { deleteCounterpartyWords } from '@/db/counterparty-words';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import {
  type MergeField,
  type MergeSide,
  mergeFields,
  sideByDefault,
} from '@/lib/domain/counterparties/merge';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import type { Person } from '@/lib/domain/employees/employee';
import { mayMergeCards } from '@/lib/domain/employees/permissions';
import { forbidden, invalid, notFound, Refusal } from '@/lib/domain/errors';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { joinCardLists, readCardLists } from './join-card-lists';
import { cancelDoubledRounds, joinClientWork, readOpenRounds } from './join-client-work';
import { refuseErased } from './refuse-erased';
import { saveSearchWords } from './save-search-words';

type Input = {
  counterpartyId: string;
  otherId: string;
  version: number;
  otherVersion: number;
  take: Partial<Record<MergeField, MergeSide>>;
};

/**
 * Merges the other card into this one, for those who see every card: of each field one value stays, the lists are joined, and
 * whatever hangs on the other card (appeals, reactions, calls, purchases, files) moves. The other card's row stays, empty,
 * and leads here. What is open of rounds and folders belongs to whom the one card belongs to; who that is, only those choose
 * who assign clients. What both were is kept, so that the merge can be undone.
 * @throws Refusal `forbidden`, `notFound`, `invalid` for a card and itself and at `assignedTo`, `conflict` when one was changed
 * since its version
 */
export async function mergeCounterparties(context: Context, input: Input): Promise<{ mergeId: string }> {
  const person = signedIn(context);
  if (!mayMergeCards(person)) throw forbidden();
  if (input.counterpartyId === input.otherId) throw invalid({ otherId: 'notAChoice' });
  return context.tx(async (tx) => {
    const [survivor, merged] = await lockBoth(tx, input);
    const visible = await listVisibleCounterparties(tx, cardScopeOf(person), [survivor.id, merged.id]);
    if (visible.length < 2) throw notFound('counterparty');
    if (survivor.version !== input.version || merged.version !== input.otherVersion) {
      throw new Refusal('conflict', 'one of the cards was changed meanwhile');
    }
    refuseChoosingManager(person, survivor, merged, input.take);
    const now = context.now();
    const mergeId = context.newId();
    const before = {
      survivor: { ...(await readCardLists(tx, survivor)), rounds: await readOpenRounds(tx, survivor.id) },
      merged: { ...(await readCardLists(tx, merged)), rounds: await readOpenRounds(tx, merged.id) },
    };
    const change = chosen(survivor, merged, input.take);
    const version = survivor.version + 1;

    await joinCardLists(tx, survivor.id, merged.id, before);
    await cancelDoubledRounds(tx, context, { survivorId: survivor.id, mergedId: merged.id });
    const moved: Record<string, string[]> = {};
    for (const table of cardRecordTables) {
      moved[table] = await updateRecordsMoved(tx, table, merged.id, survivor.id);
    }
    await updateReactionsMoved(tx, merged.id, survivor.id);
    const handedOver = await joinClientWork(tx, context, {
      counterpartyId: survivor.id,
      managerId: change.assignedTo === undefined ? survivor.assignedTo : change.assignedTo,
      formerIds: [survivor.assignedTo, merged.assignedTo],
    });
    await updateCounterparty(tx, survivor.id, { ...change, updatedAt: now, version });
    await updateCounterparty(tx, merged.id, {
      mergedInto: survivor.id,
      updatedAt: now,
      version: merged.version + 1,
    });
    await saveSearchWords(tx, { ...survivor, ...change });
    await deleteCounterpartyWords(tx, merged.id);
    await updatePairsMerged(tx, merged.id, mergeId);
    await insertMerge(tx, {
      id: mergeId,
      survivorId: survivor.id,
      mergedId: merged.id,
      mergedAt: now,
      mergedBy: person.id,
      survivorVersion: version,
      before: { ...before, after: await readCardLists(tx, survivor) },
      moved: { ...moved, ...handedOver },
      undoneAt: null,
      undoneBy: null,
    });
    const history = mergeFields.flatMap((field) =>
      field in change ? [[field, { from: survivor[field], to: change[field] }]] : [],
    );
    await insertChange(tx, {
      id: context.newId(),
      noun: 'counterparty',
      nounId: survivor.id,
      at: now,
      employeeId: person.id,
      fields: { merged: { from: null, to: merged.name }, ...Object.fromEntries(history) },
    });
    for (const { id } of [survivor, merged]) tell(tx, { noun: 'counterparty', nounId: id });
    return { mergeId };
  });
}

/** CO-1: a client manager takes no client by a merge, and gives none away. */
function refuseChoosingManager(
  person: Person,
  own: CounterpartyRow,
  other: CounterpartyRow,
  take: Input['take'],
): void {
  if (mayAssignClients(person) || own.assignedTo === other.assignedTo) return;
  if (own.assignedTo !== null && other.assignedTo !== null) {
    throw invalid({ assignedTo: 'duplicates.errors.twoManagers' });
  }
  const kept = sideByDefault('assignedTo', own.assignedTo, other.assignedTo);
  if ((take.assignedTo ?? kept) !== kept) throw invalid({ assignedTo: 'duplicates.errors.managerKept' });
}

/** In the order of ids, so that two who merge the same cards the other way round do not wait for each other. */
async function lockBoth(
  tx: Tx,
  { counterpartyId, otherId }: Input,
): Promise<[CounterpartyRow, CounterpartyRow]> {
  const locked = new Map<string, CounterpartyRow>();
  for (const id of [counterpartyId, otherId].sort()) {
    const card = await getCounterpartyLocked(tx, id);
    if (!card) throw notFound('counterparty');
    refuseErased(card);
    locked.set(id, card);
  }
  return [locked.get(counterpartyId)!, locked.get(otherId)!];
}

function chosen(own: CounterpartyRow, other: CounterpartyRow, take: Input['take']): Partial<CounterpartyRow> {
  const change: Partial<CounterpartyRow> = {};
  for (const field of mergeFields) {
    const side = take[field] ?? sideByDefault(field, own[field], other[field]);
    if (side === 'other' && own[field] !== other[field]) Object.assign(change, { [field]: other[field] });
  }
  if (change.city !== undefined) change.cityId = other.cityId;
  if (change.name !== undefined) {
    change.nameNorm = normaliseName(change.name);
    change.sortKey = sortKey(change.name);
  }
  return change;
}
