import { z } from 'zod';
import { letterStates } from './letter';

/** How the sending of a letter stands. */
export const letterStateSchema = z.object({
  id: z.string(),
  state: z.enum(letterStates),
  to: z.array(z.string()),
  sentAt: z.number().nullable(),
  /** What the mail server said, as it said it. */
  problem: z.string().nullable(),
  /** The files that go along; one that was removed since then is not here any more. */
  files: z.array(z.object({ id: z.string(), name: z.string(), byteLength: z.number(), isHere: z.boolean() })),
  mayResolve: z.boolean(),
});
export type LetterStateView = z.output<typeof letterStateSchema>;
