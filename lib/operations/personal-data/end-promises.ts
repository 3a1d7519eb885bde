import { updateAppeal } from '@/db/appeals';
import { getCallForUpdate } from '@/db/calls';
import { insertChange } from '@/db/changes';
import { updateFolder } from '@/db/folders';
import type { OpenWork } from '@/db/personal-data/open-work';
import { getRoundLocked, updateRound } from '@/db/rounds';
import { isOpenRound } from '@/lib/domain/rounds/round';
import { discardWithin } from '@/lib/operations/call-scripts/discard-call';
import { saveComplaint } from '@/lib/operations/complaints/change-complaint';
import { type Context, KeptRefusal, type Tx, tell } from '@/lib/operations/context';
import { endNextReaction } from '@/lib/operations/reactions/end-next-reaction';
import { endRound, tellRound } from '@/lib/operations/rounds/end-round';

type Why = { reason: string; employeeId: string };

/** Ends what was promised to a person whose data is erased, with the reason of the request; returns how much it was. */
export async function endPromises(
  tx: Tx,
  context: Context,
  open: Omit<OpenWork, 'liveCallIds'>,
  why: Why,
): Promise<number> {
  const { reason, employeeId } = why;
  for (const { id } of open.unfinishedCalls) {
    const call = await getCallForUpdate(tx, id);
    const discarded = call && (await discardWithin(tx, context, call, { reason, employeeId }));
    if (discarded instanceof KeptRefusal) throw discarded.refusal;
  }
  for (const next of open.nextReactions) {
    await endNextReaction(tx, context, next, { outcome: 'closed', reason, employeeId });
  }
  const now = context.now();
  for (const complaint of open.complaints) {
    const closing = { state: 'closed', closedAt: now, closedBy: employeeId, closeReason: reason } as const;
    await saveComplaint(tx, context, complaint, closing, reason);
  }
  await endRounds(tx, context, open, why);
  for (const { id, state, version } of open.folders) {
    await updateFolder(tx, id, { state: 'done', version: version + 1 });
    await keepChange(
      tx,
      context,
      { noun: 'folder', nounId: id },
      { state: { from: state, to: 'done' } },
      why,
    );
    tell(tx, { noun: 'folder', nounId: id });
  }
  for (const { id, version } of open.appeals) {
    await updateAppeal(tx, id, {
      closedAt: now,
      closedBy: employeeId,
      closeReason: reason,
      version: version + 1,
    });
    await keepChange(tx, context, { noun: 'appeal', nounId: id }, { closedAt: { from: null, to: now } }, why);
    tell(tx, { noun: 'appeal', nounId: id });
  }
  return Object.values(open).reduce((sum, { length }) => sum + length, 0);
}

/** Nobody is called any more, and no letter waited for; the end of an unfinished call may have ended its round. */
async function endRounds(
  tx: Tx,
  context: Context,
  { rounds, letters }: Pick<OpenWork, 'rounds' | 'letters'>,
  why: Why,
): Promise<void> {
  for (const { id } of rounds) {
    const round = await getRoundLocked(tx, id);
    if (!round || !isOpenRound(round.state)) continue;
    await endRound(tx, context, round, { state: 'cancelled', employeeId: why.employeeId });
  }
  for (const { id } of letters) {
    const round = await getRoundLocked(tx, id);
    if (round?.letterState !== 'asked') continue;
    await updateRound(tx, id, { letterState: null, version: round.version + 1 });
    await keepChange(
      tx,
      context,
      { noun: 'round', nounId: id },
      { letter: { from: 'asked', to: null } },
      why,
    );
    tellRound(tx, round);
  }
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
