/** «Москва (UTC+3)»: a time zone (an IANA name) as people call it, with its distance from UTC at that moment (epoch ms). */
export function timeZoneName(timeZone: string, locale: string, at: number): string {
  const place = partOf(timeZone, locale, 'shortGeneric', at);
  const offset = partOf(timeZone, 'en', 'shortOffset', at).replace('GMT', 'UTC');
  return place.startsWith('GMT') ? offset : `${place} (${offset})`;
}

function partOf(timeZone: string, locale: string, style: 'shortGeneric' | 'shortOffset', at: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: style }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
