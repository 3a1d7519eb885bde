import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { type ChosenAppeal, emptyDraft, type ReactionDraft } from './reaction-draft';

/** What is known when the card is opened from a counterparty, an appeal or a call. */
export type ReactionStart = {
  counterparty?: CardSummary;
  appeal?: ChosenAppeal;
  /** The call that the act belongs to: it is recorded with the reaction. */
  callId?: string;
  /** Who calls, as the call bar names them. */
  callerName?: string;
  /** The caller's number as it is read aloud, for a client that has no card yet. */
  callerPhone?: string;
  /** The next reaction that this act fulfils. */
  fulfils?: string;
};

/** CARD: the card as it opens. An act in a call is an incoming call; a caller of whom only the number is known is a new client. */
export function startedDraft(employeeId: string, start: ReactionStart = {}): ReactionDraft {
  const { counterparty, appeal, callId, callerPhone } = start;
  const draft = emptyDraft(employeeId);
  const isStranger = callerPhone !== undefined && !counterparty;
  return {
    ...draft,
    client: {
      mode: isStranger ? 'new' : 'existing',
      chosen: counterparty ?? null,
      fields: { ...draft.client.fields, phone: callerPhone ?? '' },
    },
    appeal: appeal ? { ...draft.appeal, mode: 'existing', chosen: appeal } : draft.appeal,
    reaction: callId ? { ...draft.reaction, type: 'incomingCall' } : draft.reaction,
  };
}

/**
 * What the draft is kept under. A call has one draft whatever is found out about its caller meanwhile; else each
 * counterparty, appeal and next reaction has its own, and «+» without any has one.
 */
export function subjectOfStart(employeeId: string, start: ReactionStart = {}): string {
  const about = start.callId
    ? ['call', start.callId]
    : [start.counterparty?.id, start.appeal?.id, start.fulfils].filter(Boolean);
  return ['reaction', employeeId, ...about].join(' ');
}
