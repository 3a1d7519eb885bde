import { dayMs, hourMs } from '@/lib/domain/duration';

export const dueChoices = ['minute', 'atOnce', 'hour', 'today', 'tomorrow', 'week', 'custom'] as const;
export type DueChoice = (typeof dueChoices)[number];

/**
 * By when, as the API takes it; null while «another time» is not given. Days are those of this device's calendar.
 * @param customAt `YYYY-MM-DDTHH:MM` of the local clock
 */
export function dueOf(
  choice: DueChoice,
  customAt: string,
  now: number,
): { dueSetting: 'minute' | 'atOnce' } | { dueAt: number } | null {
  switch (choice) {
    case 'minute':
    case 'atOnce':
      return { dueSetting: choice };
    case 'hour':
      return { dueAt: now + hourMs };
    case 'today':
      return { dueAt: atHour(now, 18) };
    case 'tomorrow':
      return { dueAt: atHour(now + dayMs, 10) };
    case 'week':
      return { dueAt: atHour(now + 7 * dayMs, 10) };
    case 'custom': {
      const at = localTime(customAt);
      return at === null ? null : { dueAt: at };
    }
  }
}

/** Epoch ms of a date and time field; null when it is empty or unfinished. */
export function localTime(value: string): number | null {
  const at = value === '' ? Number.NaN : new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}

/** The choices that still lie ahead: after six in the evening nothing is due today at six. */
export function dueChoicesAt(now: number): DueChoice[] {
  return dueChoices.filter((choice) => choice !== 'today' || atHour(now, 18) > now);
}

function atHour(at: number, hour: number): number {
  return new Date(at).setHours(hour, 0, 0, 0);
}
