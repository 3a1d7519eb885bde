/** What the history keeps of a list of a card that was replaced; null when it stayed the same. */
export type ChangedList = { from: string[]; to: string[] } | null;

/** Whether two lists say the same in the same order. */
export const isSame = (from: readonly string[], to: readonly string[]) =>
  from.length === to.length && from.every((text, at) => text === to[at]);
