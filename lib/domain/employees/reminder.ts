import { z } from 'zod';

/** How long before a next reaction is due its person may be told of it, in minutes. */
export const reminderChoices = [5, 10, 15, 30, 60, 120] as const;

const longestMinutes = 1440;

/** Minutes; null: no reminders. */
export const reminderMinutesSchema = z
  .int('invalid')
  .min(1, 'invalid')
  .max(longestMinutes, 'invalid')
  .nullable();
