type Moment = { stepName: string; isUnfinished: boolean };

/**
 * Where the focus goes with the conversation: to the first empty field of a step that is filled in, else to its heading;
 * after a hang-up to what is still missing. Whoever is typing is left alone, here and elsewhere; null moves nothing.
 */
export function focusAfter(
  was: Moment | null,
  now: Moment & { isFilling: boolean },
  isTyping: boolean,
): 'firstEmpty' | 'heading' | null {
  const hasMoved = was?.stepName !== now.stepName;
  if (isTyping || !(hasMoved || hasCallerJustLeft(was, now))) return null;
  return now.isFilling || hasCallerJustLeft(was, now) ? 'firstEmpty' : 'heading';
}

/** A call that is opened after its caller hung up is no news. */
export const hasCallerJustLeft = (was: Moment | null, now: Moment) =>
  now.isUnfinished && was !== null && !was.isUnfinished;
