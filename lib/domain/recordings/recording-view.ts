import { z } from 'zod';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { recordingKinds, recordingStates } from './recording';

/** A recording as it is shown beside its call. Times are epoch ms. */
export const recordingViewSchema = z.object({
  id: z.string(),
  callId: z.string(),
  kind: z.enum(recordingKinds),
  state: z.enum(recordingStates),
  durationSeconds: z.number(),
  recordedAt: z.number(),
  deletedAt: z.number().nullable(),
  /** Who listened and when last, the latest first. */
  listeners: z.array(personNameSchema.extend({ at: z.number() })),
});
export type RecordingView = z.output<typeof recordingViewSchema>;

/** The loudest half waves of each channel, −128 to 127: lowest and highest of each piece in turn. */
const peaksSchema = z.array(z.array(z.number()));

/** A recording with what its player needs. */
export const playableRecordingSchema = recordingViewSchema.extend({
  /** Null when they could not be made. */
  peaks: peaksSchema.nullable(),
  mayDownload: z.boolean(),
});
export type PlayableRecording = z.output<typeof playableRecordingSchema>;
