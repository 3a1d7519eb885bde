import type { CounterpartyMergeRow } from '@/db/counterparty-merges';
import { listLettersOf } from '@/db/round-letters';
import { updateRoundsManager } from '@/db/round-plans';
import { getRoundLocked, listOpenRoundsOf, type RoundRow, updateRound } from '@/db/rounds';
import type { MergedRecords } from '@/lib/domain/counterparties/merge';
import type { Context, Tx } from '@/lib/operations/context';
import { handOverFolders } from '@/lib/operations/folders/hand-over-folders';
import { endRound, tellRound } from '@/lib/operations/rounds/end-round';
import { isTalkedAbout } from '@/lib/operations/rounds/talks-of-round';

type KeptRound = Pick<RoundRow, 'id' | 'managerId' | 'state' | 'endedAt' | 'endedBy' | 'letterState'>;

/** Of a card's rounds what a merge may end or give to another manager: those that are open or wait for a letter. */
export async function readOpenRounds(tx: Tx, counterpartyId: string): Promise<KeptRound[]> {
  const letters = await listLettersOf(tx, counterpartyId);
  const open = [
    ...(await listOpenRoundsOf(tx, [counterpartyId])),
    ...letters.filter(({ letterState, endedAt }) => letterState === 'asked' && endedAt !== null),
  ];
  return open.map(({ id, managerId, state, endedAt, endedBy, letterState }) => {
    return { id, managerId, state, endedAt, endedBy, letterState };
  });
}

/** SA-1: of two clients that are one, one goes on being called every two weeks; a round that a call is about comes out by it. */
export async function cancelDoubledRounds(
  tx: Tx,
  context: Context,
  { survivorId, mergedId }: { survivorId: string; mergedId: string },
): Promise<void> {
  if ((await listOpenRoundsOf(tx, [survivorId])).length === 0) return;
  for (const round of await listOpenRoundsOf(tx, [mergedId])) {
    if (round.state !== 'planned' || (await isTalkedAbout(tx, round.id))) continue;
    await endRound(tx, context, round, { state: 'cancelled', employeeId: context.person?.id ?? null });
  }
}

/**
 * What is open of the rounds and folders of two cards that have become one belongs to whom the one card belongs to, and of
 * two letters the one asked for first is waited for (SA-2).
 * @param formerIds whom the two cards belonged to
 * @returns what of their folders went to another manager, by which {@link partClientWork} gives it back
 */
export async function joinClientWork(
  tx: Tx,
  context: Context,
  given: { counterpartyId: string; managerId: string | null; formerIds: readonly (string | null)[] },
): Promise<MergedRecords> {
  const { counterpartyId, managerId } = given;
  const letters = await listLettersOf(tx, counterpartyId);
  const waiting = letters.filter(({ letterState }) => letterState === 'asked');
  for (const round of waiting.length < letters.length ? waiting : waiting.slice(1)) {
    await updateRound(tx, round.id, { letterState: null, version: round.version + 1 });
    tellRound(tx, round);
  }
  if (managerId === null) return {};
  await updateRoundsManager(tx, [counterpartyId], managerId);
  const fromId = given.formerIds.find((id) => id !== null && id !== managerId);
  if (!fromId) return {};
  const receivers = new Map([[counterpartyId, managerId]]);
  const handedOver = await handOverFolders(tx, context, { fromId, receivers, reason: null });
  return { foldersHandedOver: handedOver.folders, nextReactionsHandedOver: handedOver.nextReactions };
}

/** Takes back what {@link cancelDoubledRounds} and {@link joinClientWork} did, as far as nobody went on with it since. */
export async function partClientWork(
  tx: Tx,
  context: Context,
  merge: CounterpartyMergeRow,
  managers: { joined: string | null; survivor: string | null; merged: string | null },
): Promise<void> {
  const { survivorId, mergedId, before, moved, mergedAt } = merge;
  if (managers.survivor) await updateRoundsManager(tx, [survivorId], managers.survivor);
  for (const kept of [...(before.survivor.rounds ?? []), ...(before.merged.rounds ?? [])] as KeptRound[]) {
    await putRoundBack(tx, kept, mergedAt);
  }
  const formerId = [managers.survivor, managers.merged].find((id) => id !== null && id !== managers.joined);
  if (!formerId || !managers.joined) return;
  await handOverFolders(tx, context, {
    fromId: managers.joined,
    receivers: new Map([survivorId, mergedId].map((id) => [id, formerId])),
    reason: null,
    only: { folders: moved.foldersHandedOver ?? [], nextReactions: moved.nextReactionsHandedOver ?? [] },
  });
}

async function putRoundBack(tx: Tx, kept: KeptRound, mergedAt: number): Promise<void> {
  const round = await getRoundLocked(tx, kept.id);
  if (!round) return;
  const { managerId, state, endedAt, endedBy, letterState } = kept;
  const isCancelled = endedAt === null && round.state === 'cancelled' && (round.endedAt ?? 0) >= mergedAt;
  const isOpen = isCancelled || round.endedAt === null;
  const isWaitedFor = letterState === 'asked' && round.letterState !== 'received';
  if (!isOpen && !isWaitedFor) return;
  await updateRound(tx, round.id, {
    managerId,
    ...(isCancelled ? { state, endedAt, endedBy } : {}),
    ...(isWaitedFor ? { letterState } : {}),
    version: round.version + 1,
  });
  tellRound(tx, round);
}
