export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One value of the address; a parameter given twice counts once. */
export function oneOf<Value extends string>(
  given: string | string[] | undefined,
  known: readonly Value[],
  otherwise: Value,
): Value {
  return known.find((value) => value === given) ?? otherwise;
}

export const textOf = (given: string | string[] | undefined) =>
  typeof given === 'string' && given !== '' ? given : undefined;

/** A day of the calendar, `YYYY-MM-DD`; anything else is no limit. */
export function dayOf(given: string | string[] | undefined): string {
  const text = textOf(given) ?? '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay && new Date(text).toISOString().startsWith(text) ? text : '';
}
