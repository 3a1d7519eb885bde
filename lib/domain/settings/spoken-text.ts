import { z } from 'zod';

/** About half a minute of speech. */
export const spokenTextMax = 500;

/** Words that a voice reads to callers: control characters, which no markup can hold, are blanks; half a character is nothing. */
export const spokenText = z
  .string()
  .overwrite((words) => words.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cs}|[\uFFFE\uFFFF]/gu, ''))
  .trim()
  .max(spokenTextMax, 'tooLong');
