/** How many rows a file holds that could not hold all, as its last line says it; null for one that is whole. */
export function rowsOfCut(endOfFile: string, noticeOf: (rows: string) => string): string | null {
  const [before = '', after = ''] = noticeOf('\n').split('\n');
  const from = endOfFile.lastIndexOf(before);
  if (from < 0) return null;
  const rows = endOfFile.slice(from + before.length).split(after)[0]!;
  return /^[\d\s.,]+$/.test(rows) ? rows : null;
}
