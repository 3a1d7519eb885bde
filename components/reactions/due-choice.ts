import { addDays, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { readTypedTime } from '@/lib/domain/deadlines/typed-time';
import { hourMs } from '@/lib/domain/duration';

const dueChoices = ['minute', 'atOnce', 'hour', 'today', 'tomorrow', 'week', 'custom'] as const;
export type DueChoice = (typeof dueChoices)[number];

/**
 * By when, as the API takes it; null while «another time» is not given. Days are those of the office's calendar.
 * @param customAt `YYYY-MM-DDTHH:MM` of the office's clock
 * @param now epoch ms
 * @param timeZone the office's
 */
export function dueOf(
  choice: DueChoice,
  customAt: string,
  now: number,
  timeZone: string,
): { dueSetting: 'minute' | 'atOnce' } | { dueAt: number } | null {
  switch (choice) {
    case 'minute':
    case 'atOnce':
      return { dueSetting: choice };
    case 'hour':
      return { dueAt: now + hourMs };
    case 'today':
      return { dueAt: atHour(now, 0, 18, timeZone) };
    case 'tomorrow':
      return { dueAt: atHour(now, 1, 10, timeZone) };
    case 'week':
      return { dueAt: atHour(now, 7, 10, timeZone) };
    case 'custom': {
      const at = readTypedTime(customAt, timeZone);
      return at === null ? null : { dueAt: at };
    }
  }
}

/** The choices that still lie ahead: after six in the evening nothing is due today at six. */
export function dueChoicesAt(now: number, timeZone: string): DueChoice[] {
  return dueChoices.filter((choice) => choice !== 'today' || atHour(now, 0, 18, timeZone) > now);
}

function atHour(now: number, days: number, hour: number, timeZone: string): number {
  return instantOf(addDays(wallTimeAt(now, timeZone).date, days), hour * 60, timeZone);
}
