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
