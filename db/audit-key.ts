import { createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Makes the keyed hash (HMAC-SHA-256, hex) of a text. */
export type Seal = (text: string) => string;

/**
 * The key that seals the audit log: made once and kept in `dataDir/audit-key`, never in the database, so that whoever can
 * write the database alone cannot write a seal. Processes of several machines that share a PostgreSQL share this file.
 * @throws Error when the file is damaged
 */
export function openSeal(dataDir: string): Seal {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'audit-key');
  const key = readKey(file) ?? makeKey(file);
  if (!/^[\w-]{43}$/.test(key)) throw new Error(`the key of the audit log in ${file} is damaged`);
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}

function readKey(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Of two processes that start at once the first one's key stays. */
function makeKey(file: string): string {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readKey(file)!;
}
