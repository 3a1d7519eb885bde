const prefixOf = (personId: string) => `columns-${personId}-`;

/** The name of the cookie that keeps a person's columns of one list in this browser. */
export const columnCookie = (personId: string, list: string) => `${prefixOf(personId)}${list}`;

/** What the person chose for each list, of all cookies of the request. */
export function columnsOfCookies(
  personId: string,
  cookies: readonly { name: string; value: string }[],
): Record<string, string> {
  const prefix = prefixOf(personId);
  return Object.fromEntries(
    cookies
      .filter(({ name }) => name.startsWith(prefix))
      .map(({ name, value }) => [name.slice(prefix.length), value]),
  );
}
