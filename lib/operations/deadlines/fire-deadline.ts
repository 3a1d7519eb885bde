import { getAttachmentLocked, updateAttachment } from '@/db/attachments';
import { type CallRow, getCallForUpdate } from '@/db/calls';
import { getComplaintLocked } from '@/db/complaints';
import type { DeadlineRow } from '@/db/deadlines';
import { getNextReactionLocked } from '@/db/next-reactions';
import type { CallHappening } from '@/lib/domain/calls/call-event';
import { advanceCall } from '@/lib/operations/calls/advance-call';
import { decideOutcome } from '@/lib/operations/calls/decide-outcome';
import { isManagerFree } from '@/lib/operations/calls/is-manager-free';
import { letCallerGo } from '@/lib/operations/calls/let-caller-go';
import { endTurn } from '@/lib/operations/calls/offer-call';
import { offeredOf } from '@/lib/operations/calls/offered-of';
import { tellCall } from '@/lib/operations/calls/tell-call';
import { answerOverdue } from '@/lib/operations/complaints/answer-overdue';
import type { Context, Tx } from '@/lib/operations/context';
import { searchDuplicates } from '@/lib/operations/counterparties/search-duplicates';
import { leadMinuteGone } from '@/lib/operations/leads/escalate-lead';
import { lockLead } from '@/lib/operations/leads/lock-lead';
import { escalateNextReaction, nextReactionOverdue } from '@/lib/operations/reactions/escalate-next-reaction';
import { measureCall } from '@/lib/operations/reports/measure-call';
import { planRounds } from '@/lib/operations/rounds/plan-rounds';

/** Nobody else changes the call, lead, next reaction or complaint of a deadline until the transaction ends. */
export async function lockSubject(tx: Tx, { kind, subjectId }: DeadlineRow): Promise<void> {
  if (kind === 'duplicates' || kind === 'rounds') return;
  if (kind === 'lead') await lockLead(tx, subjectId);
  else if (kind === 'overdue' || kind === 'escalation') await getNextReactionLocked(tx, subjectId);
  else if (kind === 'complaint') await getComplaintLocked(tx, subjectId);
  else if (kind === 'attachment') await getAttachmentLocked(tx, subjectId);
  else await getCallForUpdate(tx, subjectId);
}

/** What a deadline does when it fires, in the transaction that fires it. An older generation's finds nothing to do. */
export async function fireDeadline(tx: Tx, context: Context, deadline: DeadlineRow): Promise<void> {
  if (deadline.kind === 'lead') return leadMinuteGone(tx, context, deadline.subjectId);
  if (deadline.kind === 'measure') return measureCall(tx, deadline.subjectId);
  if (deadline.kind === 'overdue') return nextReactionOverdue(tx, context, deadline.subjectId);
  if (deadline.kind === 'escalation') return escalateNextReaction(tx, context, deadline);
  if (deadline.kind === 'duplicates') return searchDuplicates(tx, context);
  if (deadline.kind === 'complaint') return answerOverdue(tx, context, deadline.subjectId);
  if (deadline.kind === 'rounds') return planRounds(tx, context);
  if (deadline.kind === 'attachment') {
    return updateAttachment(tx, deadline.subjectId, { expiredAt: context.now() });
  }
  if (deadline.kind === 'verdict') {
    await decideOutcome(tx, context, deadline.subjectId);
    return letCallerGo(tx, context, deadline);
  }
  const call = await getCallForUpdate(tx, deadline.subjectId);
  if (!call) return;
  if (deadline.kind === 'ring') return turnLapsed(tx, context, call);
  await advanceCall(tx, context, call, await lapseOf(tx, context, call, deadline));
}

async function turnLapsed(tx: Tx, context: Context, call: CallRow): Promise<void> {
  const offered = offeredOf(call);
  if (!offered) return;
  await endTurn(tx, context, call, offered);
  await tellCall(tx, call);
}

async function lapseOf(
  tx: Tx,
  context: Context,
  call: CallRow,
  { kind, generation }: DeadlineRow,
): Promise<CallHappening> {
  if (kind === 'waiting') return { type: 'waiting.lapsed' };
  if (kind === 'overflow') return { type: 'overflow.lapsed', round: generation };
  if (kind === 'consult') return { type: 'consult.lapsed', round: generation };
  if (kind === 'supervision') return { type: 'supervision.lapsed', generation };
  if (kind === 'dial') return { type: 'dial.lapsed', generation };
  if (kind === 'claim') return { type: 'claim.lapsed', generation };
  const managerIsFree = await isManagerFree(tx, context, call);
  return { type: 'offer.lapsed', round: generation, managerIsFree };
}
