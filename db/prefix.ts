/** The first text, in byte order, that no longer begins with the prefix. */
export const endOfPrefix = (prefix: string) => `${prefix}\u{10ffff}`;
