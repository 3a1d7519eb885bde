import { getAppealLocked } from '@/db/appeals';
import { getCallForUpdate } from '@/db/calls';
import { insertChange } from '@/db/changes';
import { getComplaintLocked } from '@/db/complaints';
import { getFolderLocked, updateFolder } from '@/db/folders';
import { getNextReactionLocked } from '@/db/next-reactions';
import type { OpenWork } from '@/db/personal-data/open-work';
import { getRoundLocked, updateRound } from '@/db/rounds';
import { isOpenRound } from '@/lib/domain/rounds/round';
import { writeClosed } from '@/lib/operations/appeals/keep-appeal-law';
import { discardWithin } from '@/lib/operations/call-scripts/discard-call';
import { saveComplaint } from '@/lib/operations/complaints/change-complaint';
import { type Context, KeptRefusal, type Tx, tell } from '@/lib/operations/context';
import { endNextReaction } from '@/lib/operations/reactions/end-next-reaction';
import { endRound, tellRound } from '@/lib/operations/rounds/end-round';

type Why = { reason: string; employeeId: string };

/**
 * Ends what was promised to a person whose data is erased, with the reason of the request; returns how much it was.
 * What was listed and ended meanwhile is passed over.
 */
export async function endPromises(
  tx: Tx,
  context: Context,
  open: Omit<OpenWork, 'liveCallIds'>,
  why: Why,
): Promise<number> {
  // Locked before their rounds, as by whoever answers one; given up before them, one may end its round as tried in vain.
  for (const id of idsOf(open.unfinishedCalls)) await getCallForUpdate(tx, id);
  const ended = [
    await endEach(open.rounds, (id) => cancelRound(tx, context, id, why)),
    await endEach(open.unfinishedCalls, (id) => discardCall(tx, context, id, why)),
    await endEach(open.nextReactions, (id) => closeNextReaction(tx, context, id, why)),
    await endEach(open.complaints, (id) => closeComplaint(tx, context, id, why)),
    await endEach(open.letters, (id) => forgoLetter(tx, context, id, why)),
    await endEach(open.folders, (id) => finishFolder(tx, context, id, why)),
    await endEach(open.appeals, (id) => closeAppeal(tx, context, id, why)),
  ];
  return ended.reduce((sum, count) => sum + count, 0);
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();

/** One after the other, in the order of their ids; returns how many `end` ended. */
async function endEach(rows: readonly { id: string }[], end: (id: string) => Promise<boolean>) {
  let count = 0;
  for (const id of idsOf(rows)) {
    if (await end(id)) count += 1;
  }
  return count;
}

async function discardCall(tx: Tx, context: Context, id: string, why: Why): Promise<boolean> {
  const call = await getCallForUpdate(tx, id);
  if (!call || call.unfinishedSince === null || call.finishedAt !== null) return false;
  const discarded = await discardWithin(tx, context, call, why);
  if (discarded instanceof KeptRefusal) throw discarded.refusal;
  return true;
}

async function closeNextReaction(tx: Tx, context: Context, id: string, why: Why): Promise<boolean> {
  const next = await getNextReactionLocked(tx, id);
  if (!next || next.endedAt !== null) return false;
  await endNextReaction(tx, context, next, { outcome: 'closed', ...why });
  return true;
}

async function closeComplaint(
  tx: Tx,
  context: Context,
  id: string,
  { reason, employeeId }: Why,
): Promise<boolean> {
  const complaint = await getComplaintLocked(tx, id);
  if (!complaint || complaint.closedAt !== null) return false;
  const closing = {
    state: 'closed',
    closedAt: context.now(),
    closedBy: employeeId,
    closeReason: reason,
  } as const;
  await saveComplaint(tx, context, complaint, closing, reason, employeeId);
  return true;
}

/** Nobody is called any more. */
async function cancelRound(tx: Tx, context: Context, id: string, { employeeId }: Why): Promise<boolean> {
  const round = await getRoundLocked(tx, id);
  if (!round || !isOpenRound(round.state)) return false;
  await endRound(tx, context, round, { state: 'cancelled', employeeId });
  return true;
}

async function forgoLetter(tx: Tx, context: Context, id: string, why: Why): Promise<boolean> {
  const round = await getRoundLocked(tx, id);
  if (round?.letterState !== 'asked') return false;
  await updateRound(tx, id, { letterState: null, version: round.version + 1 });
  await keepChange(tx, context, { noun: 'round', nounId: id }, { letter: { from: 'asked', to: null } }, why);
  tellRound(tx, round);
  return true;
}

async function finishFolder(tx: Tx, context: Context, id: string, why: Why): Promise<boolean> {
  const folder = await getFolderLocked(tx, id);
  if (!folder || folder.state === 'done') return false;
  const { state, version } = folder;
  await updateFolder(tx, id, { state: 'done', version: version + 1 });
  await keepChange(tx, context, { noun: 'folder', nounId: id }, { state: { from: state, to: 'done' } }, why);
  tell(tx, { noun: 'folder', nounId: id });
  return true;
}

async function closeAppeal(tx: Tx, context: Context, id: string, why: Why): Promise<boolean> {
  const appeal = await getAppealLocked(tx, id);
  if (!appeal || appeal.closedAt !== null) return false;
  await writeClosed(tx, context, appeal, why);
  return true;
}

async function keepChange(
  tx: Tx,
  context: Context,
  of: Pick<Parameters<typeof insertChange>[1], 'noun' | 'nounId'>,
  fields: Parameters<typeof insertChange>[1]['fields'],
  { reason, employeeId }: Why,
): Promise<void> {
  await insertChange(tx, { id: context.newId(), ...of, at: context.now(), employeeId, fields, reason });
}
