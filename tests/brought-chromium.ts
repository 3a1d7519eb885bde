import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder } from '@/scripts/folder.mjs';

/**
 * The Chromium of the package @sparticuz/chromium (Linux x64), by a small program that lends it the libraries and fonts of
 * the same package where the machine has none of its own, such as a bare Debian without libnss3.
 */
export async function broughtChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  const program = await packed.executablePath();
  const unpacked = path.dirname(program);
  const libraries = path.join(unpacked, 'al2023', 'lib');
  if (!existsSync(libraries)) {
    await inflate(path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'));
  }
  const starter = path.join(folder, 'node_modules', '.cache', 'chromium-brought');
  mkdirSync(path.dirname(starter), { recursive: true });
  // Another process of the run may be starting it at this moment: it is put in place whole.
  const written = `${starter}-${process.pid}`;
  writeFileSync(
    written,
    [
      '#!/bin/sh',
      `'${program}' --version >/dev/null 2>&1 || export LD_LIBRARY_PATH='${libraries}'`,
      `[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH='${path.join(unpacked, 'fonts')}'`,
      `exec '${program}' "$@"`,
      '',
    ].join('\n'),
    { mode: 0o755 },
  );
  renameSync(written, starter);
  return starter;
}
