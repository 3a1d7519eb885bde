type Line = { row: number; field: string; problem: string };

/** The rows that were left out or want a look, as a CSV file that a Russian office program opens. */
export function importErrorsFile(headings: readonly string[], lines: readonly Line[]): string {
  const cell = (text: string) => {
    // A cell that begins like a formula would be carried out by a spreadsheet.
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = [headings, ...lines.map(({ row, field, problem }) => [String(row), field, problem])];
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
