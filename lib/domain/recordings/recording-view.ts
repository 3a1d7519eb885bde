import { z } from 'zod';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { recordingStates } from './recording';

/** A caller's message as it is shown beside its call. Times are epoch ms. */
export const messageViewSchema = z.object({
  id: z.string(),
  callId: z.string(),
  state: z.enum(recordingStates),
  durationSeconds: z.number(),
  recordedAt: z.number(),
  /** Who listened and when last, the latest first. */
  listeners: z.array(personNameSchema.extend({ at: z.number() })),
});
export type MessageView = z.output<typeof messageViewSchema>;
