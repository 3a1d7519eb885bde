import { existsSync, statfsSync } from 'node:fs';
import os from 'node:os';

const memory = '/dev/shm';
const roomy = 4 * 2 ** 30;

/** Where files of tests lie: in memory, if this machine lends enough of it as a folder, so that no disk is waited for. */
export function memoryFolder(): string {
  if (!existsSync(memory)) return os.tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= roomy ? memory : os.tmpdir();
}
