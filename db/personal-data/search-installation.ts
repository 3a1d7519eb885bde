import path from 'node:path';
import { overwriteInFile, searchFiles } from './search-files';

/** Copies of the data are erased and searched by whoever makes them. */
const copies = ['backups'];

/**
 * Files of an installation that hold one of the texts; in logs, which others append to, the texts are overwritten first. Not
 * for a process that works on the database beside another one: it would lose its locks.
 */
export async function searchInstallation(dataDir: string, texts: readonly string[]): Promise<string[]> {
  const found = await searchFiles(dataDir, texts, { leaveOut: copies });
  const logs = found.filter((file) => file.endsWith('.log'));
  for (const log of logs) await overwriteInFile(path.join(dataDir, log), texts);
  return logs.length === 0 ? found : searchFiles(dataDir, texts, { leaveOut: copies });
}
