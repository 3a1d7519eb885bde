/** The longest each field of an appeal or a reaction may be, in characters, in the call as on its own page. */
export const recordLimits = { topic: 300, type: 120, note: 8000 } as const;

/** What parts the texts that a call joins to the note of its reaction. */
export const noteSeparator = '\n\n';

/** The longest note of a reaction that was written already: a complaint's text and the call's note were joined in it. */
export const longestJoinedNote = 2 * recordLimits.note + noteSeparator.length;
