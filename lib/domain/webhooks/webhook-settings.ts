import { z } from 'zod';

/** Settings under the key `webhooks`. Longer than the attempts of a delivery take. */
export const webhookSettingsSchema = z.object({
  keptDays: z.int('notANumber').min(7, 'tooSmall').max(365, 'tooBig').default(30),
});
export type WebhookSettings = z.infer<typeof webhookSettingsSchema>;

const defaults = webhookSettingsSchema.parse({});

/** The stored ones; what is missing or unreadable is the default. */
export function readWebhookSettings(stored: unknown): WebhookSettings {
  const parsed = webhookSettingsSchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : defaults;
}
