/** What spreadsheets take for the beginning of a formula, also after what they pass over, and also in the wide letters of Asia. */
const beginsFormula = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * A text as a cell that no spreadsheet reckons: an apostrophe stands before what would begin a formula. NUL, at which some
 * of them end a cell, is shown as a mark.
 */
export function safeCell(text: string): string {
  const whole = text.replaceAll('\0', '\uFFFD');
  return beginsFormula.test(text) ? `'${whole}` : whole;
}
