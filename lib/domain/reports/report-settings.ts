import { z } from 'zod';

/**
 * Which callers who were not answered count in the service level: those who waited longer than the time; none; all; all,
 * and those who left sooner as served.
 */
export const serviceLevelFormulas = [
  'lateAbandonedCount',
  'abandonedIgnored',
  'abandonedCount',
  'earlyAbandonedAreServed',
] as const;

const percent = z.int('notANumber').min(1, 'tooSmall').max(100, 'tooBig');
const seconds = z.int('notANumber').min(1, 'tooSmall').max(3600, 'tooBig');

/** By what the figures are reckoned and what they are held against, settings under the key `reports`. */
export const reportSettingsSchema = z.object({
  serviceLevelFormula: z.enum(serviceLevelFormulas).default('lateAbandonedCount'),
  /** T of the service level. */
  answerSeconds: seconds.default(20),
  /** A caller who left sooner is shown apart. */
  shortSeconds: seconds.default(5),
  callBackMinutes: z.int('notANumber').min(1, 'tooSmall').max(1440, 'tooBig').default(20),
  repeatDays: z.int('notANumber').min(1, 'tooSmall').max(90, 'tooBig').default(7),
  serviceLevelTarget: percent.default(80),
  /** At most. */
  abandonmentTarget: percent.default(10),
  leadTarget: percent.default(90),
  /** A caller who waits longer is a matter of urgency on the wallboard. */
  longestWaitSeconds: seconds.default(120),
});

export type ReportSettings = z.infer<typeof reportSettingsSchema>;

export const defaultReportSettings: ReportSettings = reportSettingsSchema.parse({});

/** The stored ones; what is missing or unreadable is the default. */
export function readReportSettings(stored: unknown): ReportSettings {
  const parsed = reportSettingsSchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : defaultReportSettings;
}
