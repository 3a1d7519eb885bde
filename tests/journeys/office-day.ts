import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';

const morning = 10;

/** A zone in which it is ten to eleven in the morning: no day of the office ends under a journey, whenever it is run. */
function zoneOfMorning(now: number): string {
  const ahead = ((morning - new Date(now).getUTCHours() + 35) % 24) - 11;
  // POSIX names a zone by how far it is behind.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

// Chosen once for a run, by whose clock its consoles and its browsers go; Playwright's workers inherit it.
process.env.JOURNEYS_TIME_ZONE ??= zoneOfMorning(Date.now());

export const officeTimeZone = process.env.JOURNEYS_TIME_ZONE;

/** A day of the office's calendar, so many days from today, as a field of a day takes it. */
export const officeDay = (days = 0): string =>
  wallTimeAt(Date.now() + days * 86_400_000, officeTimeZone).date;
