/**
 * Length of time as a clock shows it: `3:12`, `1:02:05`; a minus sign before a negative one.
 * Seconds, fractions dropped. The same in every language.
 */
export function formatDuration(seconds: number): string {
  const whole = Math.trunc(seconds);
  const total = Math.abs(whole);
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const rest = String(total % 60).padStart(2, '0');
  const clock = hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
  return whole < 0 ? `−${clock}` : clock;
}
