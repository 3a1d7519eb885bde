import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The bytes of all scripts that a served page names, gzipped as the server does, read from the build it came from. Those for
 * browsers without modules are left out.
 */
export function scriptsOf(html: string, built: string): number {
  const named = html
    .replaceAll(/<script[^>]*\snomodule[^>]*>/gi, '')
    .matchAll(/\/_next\/(static\/[^"'\\?\s]+\.js)/g);
  const files = new Set([...named].map(([, file]) => file!));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(built, file))).length, 0);
}
