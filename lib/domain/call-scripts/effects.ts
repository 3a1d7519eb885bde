import type { CallRoute } from '@/lib/domain/calls/route';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { Conversation, Target } from './conversation';
import { type RecordsPlan, recordsPlan } from './records-plan';
import { responsibleDepartment, routeOf, targetOf } from './route';

/** The ways a run of the inbound call script ends; each is a final state of the chart. */
export const endings = [
  'handedOver',
  'callBackPromised',
  'complaintTaken',
  'endedWithoutBusiness',
  'endedByManager',
  'finishedAfterHangUp',
  'callerLeftWaiting',
  'discarded',
] as const;
/** Those of a call we place. */
export const outgoingEndings = [
  'agreementKept',
  'endedWithoutAgreement',
  'complaintTaken',
  'endedWithoutBusiness',
  'finishedAfterHangUp',
  'discarded',
] as const;
/** Those of the welcome call (ON-4). */
export const welcomeEndings = [
  'welcomeSaid',
  'agreementKept',
  'complaintTaken',
  'endedWithoutBusiness',
  'finishedAfterHangUp',
  'discarded',
] as const;
/** Those of a satisfaction round. */
export const roundEndings = [
  'satisfactionKept',
  'complaintTaken',
  'roundRefused',
  'roundPostponed',
  'endedWithoutBusiness',
  'finishedAfterHangUp',
  'discarded',
] as const;
export type Ending = (
  | typeof endings
  | typeof outgoingEndings
  | typeof welcomeEndings
  | typeof roundEndings
)[number];

/** What an event of the conversation orders, as data: the operation carries it out in the same transaction. */
export type ScriptEffect =
  /** Write the plan as one act; check it with `checkRouteContract`. The minute runs from now. */
  | { type: 'writeRecords'; route: CallRoute; plan: RecordsPlan }
  /** The conversation came out on this route: keep it with the call and hold what was done against its contract. */
  | { type: 'settleRoute'; route: CallRoute }
  | { type: 'handOver'; to: Target }
  | { type: 'hangUp' }
  /** IN-6: the note was typed on after the records were written, and their reaction shall read as it does. */
  | { type: 'rewriteNote'; from: string; to: string }
  /** IN-10: another department answers for the same next reaction, with a new minute and its history. */
  | { type: 'rerouteNextReaction'; departmentKind: DepartmentKind }
  /** IN-10: the caller was promised a call back by the department that answers for the next reaction. */
  | { type: 'promiseCallBack'; departmentKind: DepartmentKind | null }
  /** «Другого в списке нет»: what the caller said, for the author of the step it was said on. */
  | { type: 'keepUnlistedAnswer'; words: string }
  | { type: 'finish'; outcome: Ending };

/** IN-1: nothing is written or ordered before the closing is said; then all of it is, as one act. */
export function effectsOfGoodbye(conversation: Conversation): ScriptEffect[] {
  const { recordsWrittenAs, afterReturn, callerLeft, returns } = conversation;
  const effects: ScriptEffect[] = [];
  const route = routeOf(conversation);
  const isOpen = !recordsWrittenAs && afterReturn?.kind !== 'ended';
  const plan = route && isOpen ? recordsPlan(conversation, { route }) : null;
  if (route && plan) effects.push({ type: 'writeRecords', route, plan });
  if (route && (plan || returns === 0)) effects.push({ type: 'settleRoute', route });

  effects.push(...effectsOfLaterNote(conversation));

  const isReroutable = recordsWrittenAs && recordsWrittenAs !== 'complaint';
  if (isReroutable && afterReturn?.kind === 'anotherDepartment') {
    effects.push({ type: 'rerouteNextReaction', departmentKind: afterReturn.departmentKind });
  }
  if (recordsWrittenAs && afterReturn?.kind === 'callBackPromised') {
    const departmentKind = conversation.reroutedTo ?? responsibleDepartment(conversation);
    effects.push({ type: 'promiseCallBack', departmentKind });
  }

  const target = targetOf(conversation);
  if (!callerLeft) effects.push(target ? { type: 'handOver', to: target } : { type: 'hangUp' });
  return effects;
}

/** IN-6, IN-10: while a hand-over rings or has come back, only the note may still be typed. */
export function effectsOfLaterNote({
  recordsWrittenAs,
  draft,
  noteWritten = '',
}: Conversation): ScriptEffect[] {
  const note = draft.note.trim();
  if (!recordsWrittenAs || note === noteWritten) return [];
  return [{ type: 'rewriteNote', from: noteWritten, to: note }];
}

/** What the conversation knows after the goodbye. */
export function afterGoodbye(conversation: Conversation): Partial<Conversation> {
  const effects = effectsOfGoodbye(conversation);
  const written = effects.find((effect) => effect.type === 'writeRecords');
  const handedOver = effects.find((effect) => effect.type === 'handOver');
  const rerouted = effects.find((effect) => effect.type === 'rerouteNextReaction');
  return {
    recordsWrittenAs: written?.route ?? conversation.recordsWrittenAs,
    noteWritten: written || conversation.recordsWrittenAs ? conversation.draft.note.trim() : undefined,
    handedOverTo: handedOver?.to ?? conversation.handedOverTo,
    reroutedTo: rerouted?.departmentKind ?? conversation.reroutedTo,
    afterReturn: handedOver ? null : conversation.afterReturn,
  };
}
