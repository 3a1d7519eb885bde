/** The addresses of a field in which people part them by commas, semicolons or spaces; each once. */
export const addressesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
