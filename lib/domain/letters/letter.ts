export const letterStates = ['waiting', 'sending', 'sent', 'failed', 'unconfirmed'] as const;
/**
 * `unconfirmed`: the mail server was told to take it and nobody knows whether it did; a person decides, since a letter is
 * never sent twice blindly.
 */
export type LetterState = (typeof letterStates)[number];

/** Somebody has to decide what becomes of it. */
export const isStuckLetter = (state: LetterState) => state === 'failed' || state === 'unconfirmed';

/** What its author has to do then, as their next reaction says it. */
export const topicsOfStuckLetters = {
  failed: 'письмо не отправлено',
  unconfirmed: 'проверить, дошло ли письмо',
} as const;

export const letterResolutions = ['sendAgain', 'wasSent'] as const;
/** What a person says of a letter that failed or is unconfirmed. */
export type LetterResolution = (typeof letterResolutions)[number];

/** The longest of each, in characters; the text is kept as the note of a reaction. */
export const letterLimits = { address: 254, addresses: 10, subject: 300, text: 8000, files: 10 } as const;

/** All files of a letter together: larger ones many mail servers do not take. */
export const largestLetterFilesBytes = 15 * 1024 * 1024;
