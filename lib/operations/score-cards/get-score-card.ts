import { getCall } from '@/db/calls';
import { findScoreCardOfCall, getScoreCard as getRow, type ScoreCardRow } from '@/db/score-cards';
import type { Person } from '@/lib/domain/employees/employee';
import { notFound } from '@/lib/domain/errors';
import { isSentTo, mayScore, mayScoreCalls } from '@/lib/domain/score-cards/score-card-rights';
import type { CallScoring, ScoreCardView } from '@/lib/domain/score-cards/score-card-views';
import { reviewableCalls } from '@/lib/operations/calls/reviewable-calls';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { describeScoreCard } from './describe-score-cards';
import { scoredConversation } from './scored-conversation';

const isSeenBy = (person: Person, card: ScoreCardRow) => mayScore(person, card) || isSentTo(person, card);

/** A card for its reviewers, and once it was sent for its employee. @throws Refusal `notFound` for anybody else */
export async function getScoreCard(context: Context, { cardId }: { cardId: string }): Promise<ScoreCardView> {
  const person = signedIn(context);
  const card = await getRow(context.read, cardId);
  if (!card || !isSeenBy(person, card)) throw notFound('score card');
  context.saw({ kind: 'scoreCard', subjectId: card.id });
  return describeScoreCard(context.read, person, card);
}

/** The scoring of a call, for whoever may review the call. @throws Refusal `notFound` */
export async function getCallScoring(context: Context, { callId }: { callId: string }): Promise<CallScoring> {
  const person = signedIn(context);
  const db = context.read;
  const call = await getCall(db, callId);
  if (!call || !(await reviewableCalls(db, person, [callId])).has(callId)) throw notFound('call');
  const card = await findScoreCardOfCall(db, callId);
  const nothing = { card: null, employee: null, mayBegin: false, reason: null };
  if (card) {
    if (!isSeenBy(person, card)) return nothing;
    context.saw({ kind: 'scoreCard', subjectId: card.id });
    const described = await describeScoreCard(db, person, card);
    return { ...nothing, card: described, employee: described.employee };
  }
  if (!mayScoreCalls(person)) return nothing;
  const scored = await scoredConversation(db, call);
  if ('reason' in scored) return { ...nothing, reason: scored.reason };
  const names = await shortNames(db, [scored.employeeId]);
  return {
    ...nothing,
    employee: { id: scored.employeeId, name: names.get(scored.employeeId) ?? '' },
    mayBegin: mayScore(person, scored),
  };
}
