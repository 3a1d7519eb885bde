/** Between two and five by the clock of a time zone (an IANA name): when offices are closed and little happens. */
export function isNight(at: number, timeZone: string): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(at),
  );
  return hour >= 2 && hour < 5;
}
