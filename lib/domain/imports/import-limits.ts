export const largestImportBytes = 20 * 1024 * 1024;
export const mostImportRows = 100_000;
