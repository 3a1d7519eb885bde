const none = 'none';

/** Which of the columns that can be chosen an address or a memory names; the usual ones when it names none. */
export function shownColumns<Key extends string>(
  text: string | null | undefined,
  choosable: readonly Key[],
  usual: readonly Key[] = choosable,
): readonly Key[] {
  if (!text) return usual;
  const named = text.split(',');
  const known = choosable.filter((key) => named.includes(key));
  return known.length > 0 || text === none ? known : usual;
}

/** How an address or a memory names these columns; null for the usual ones. */
export function columnsText<Key extends string>(shown: readonly Key[], usual: readonly Key[]): string | null {
  if (shown.join() === usual.join()) return null;
  return shown.length === 0 ? none : shown.join(',');
}
