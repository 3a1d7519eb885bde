import type { CallView } from './call-view';

/** The cards that stand for a call: the one chosen in the conversation, whatever else has its number, else all of them (IN-7). */
export const cardsOfCall = ({
  candidates,
  chosenCounterpartyId,
}: Pick<CallView, 'candidates' | 'chosenCounterpartyId'>): CallView['candidates'] =>
  chosenCounterpartyId === null
    ? candidates
    : candidates.filter(({ card }) => card.id === chosenCounterpartyId);
