import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { hashFile, type KeptFile } from './kept-files';

const keyFile = 'audit-key';
const anchorFolder = 'audit-anchors';

/** What of the audit log lies beside the database: a restore puts these in the place of those there. */
export const auditPaths = [keyFile, anchorFolder];

/** Whether a file of a backup belongs to the audit log. */
export const isAuditFile = ({ path: name }: KeptFile) => auditPaths.includes(name.split('/')[0]!);

/**
 * The key by which the entries are sealed, without which no check of a restored log could succeed, and the anchors of the
 * days so far. They must be read before the database is copied: the newest anchor goes on with the log.
 */
export async function listAuditFiles(dataDir: string): Promise<KeptFile[]> {
  const days = (await readdir(path.join(dataDir, anchorFolder)).catch(() => []))
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name))
    .sort()
    .map((name) => `${anchorFolder}/${name}`);
  const files: KeptFile[] = [];
  for (const name of [keyFile, ...days]) {
    const file = path.join(dataDir, name);
    if (await stat(file).catch(() => null)) files.push({ path: name, ...(await hashFile(file)) });
  }
  return files;
}
