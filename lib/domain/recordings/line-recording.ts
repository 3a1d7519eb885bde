import { z } from 'zod';

export const defaultRetentionDays = 365;

/** Said to every caller of a line that records, unless it has words of its own. */
export const defaultAnnouncement = 'Разговор записывается.';

/** How one of our numbers records: its settings. Retention holds for callers' messages too. */
export const lineRecordingSchema = z.object({
  recordsConversations: z.boolean(),
  retentionDays: z.int().min(1).max(3650),
  announcement: z.string().trim().min(1, 'required').max(300),
});
export type LineRecording = z.output<typeof lineRecordingSchema>;

/** Off, kept for a year: a line nobody has set up. */
export const defaultLineRecording: LineRecording = {
  recordsConversations: false,
  retentionDays: defaultRetentionDays,
  announcement: defaultAnnouncement,
};
