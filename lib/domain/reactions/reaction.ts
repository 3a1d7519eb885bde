export const reactionTypes = [
  'incomingCall',
  'outgoingCall',
  'mobileCall',
  'letterIn',
  'letterOut',
  'visit',
  'meeting',
  'complaint',
  'other',
] as const;
/** An act that happened on an appeal. */
export type ReactionType = (typeof reactionTypes)[number];

export const nextReactionKinds = ['act', 'missedCall', 'callBack', 'complaint'] as const;
/** `act`: what a reaction left open; `missedCall`: a call nobody took (IN-11), without card or appeal. */
export type NextReactionKind = (typeof nextReactionKinds)[number];

export const nextReactionOutcomes = ['fulfilled', 'closed', 'calledBack', 'calledAgain'] as const;
export type NextReactionOutcome = (typeof nextReactionOutcomes)[number];

/** CARD: the type every appeal of the client department gets. */
export const defaultAppealType = 'Клиентский отдел';

export const nextReactionEvents = [
  'rerouted',
  'postponed',
  'handedOver',
  'accepted',
  'escalated',
  'missedAgain',
  'calledInVain',
  'shown',
  'undone',
  'fulfilled',
  'closed',
] as const;
/** What happened to a next reaction while it was open, and how it ended. */
export type NextReactionEvent = (typeof nextReactionEvents)[number];
