import { runProgram } from './run-program';

/**
 * Which files of a data directory hold one of the texts, in UTF-8 or UTF-16, by their names within it; files of logs are rid
 * of them first, and backups are left out. Read by a program of its own: a process that opens and closes the files of a
 * database which it works on loses all its locks on them, and the next one to open the database takes its journal away
 * (https://sqlite.org/howtocorrupt.html, 2.2).
 * @throws Error with what the program said when it could not search
 */
export async function searchDataDir(dataDir: string, texts: readonly string[]): Promise<string[]> {
  const { code, printed, said } = await runProgram('search-data-dir.ts', [dataDir], JSON.stringify(texts));
  if (code !== 0) throw new Error(`the files were not searched: ${said}`);
  return JSON.parse(printed) as string[];
}
