/** How many digits the dialling code of this number has, or null when no known city owns it. */
export type CodeLengthOf = (e164: string) => number | null;

/** Finds the longest dialling code of the given cities that a number begins with. */
export function areaCodeLengths(cities: readonly { diallingCodes: readonly string[] }[]): CodeLengthOf {
  const codes = new Set(cities.flatMap((city) => city.diallingCodes));
  return (e164) => {
    const national = /^\+7(\d{10})$/.exec(e164)?.[1];
    if (!national) return null;
    return [5, 4, 3].find((length) => codes.has(national.slice(0, length))) ?? null;
  };
}
