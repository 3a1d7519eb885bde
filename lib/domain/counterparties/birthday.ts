/** A birthday as it is kept: `YYYY-MM-DD`, or `--MM-DD` where nobody told the year. */
const kept = /^(\d{4}|-)-(\d{2})-(\d{2})$/;
const typed = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?\.?$/;

/** Reads «5.03», «05.03.1980» or the form it is kept in; null for what is no day of the calendar, '' for nothing. */
export function readBirthday(text: string): string | null {
  const plain = text.replaceAll(/\s/g, '');
  if (plain === '') return '';
  const [, keptYear, keptMonth, keptDay] = kept.exec(plain) ?? [];
  const [, typedDay, typedMonth, typedYear] = typed.exec(plain) ?? [];
  const year = keptYear === '-' ? undefined : (keptYear ?? typedYear);
  const month = (keptMonth ?? typedMonth ?? '').padStart(2, '0');
  const day = (keptDay ?? typedDay ?? '').padStart(2, '0');
  // Without a year the 29th of February is a day too.
  const date = `${year ?? '2000'}-${month}-${day}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
  if (!isDay || (year && Number(year) < 1900)) return null;
  return year ? date : `--${month}-${day}`;
}

/** «05.03.1980» or «05.03», as Russians write it. */
export function typedBirthday(birthday: string): string {
  const [, year, month, day] = kept.exec(birthday) ?? [];
  if (!month) return '';
  return year === '-' ? `${day}.${month}` : `${day}.${month}.${year}`;
}
