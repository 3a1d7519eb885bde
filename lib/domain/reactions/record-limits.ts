/** The longest each field of an appeal or a reaction may be, in characters, in the call as on its own page. */
export const recordLimits = { topic: 300, type: 120, note: 8000 } as const;
