/** Text from outside that may stand in XML and in our rows: no control characters, no half of a surrogate pair. */
export function plainText(text: string, maxLength = 1000): string {
  return text
    .slice(0, maxLength)
    .replace(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
    .trim();
}
