import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { folder } from '@/scripts/folder.mjs';
import { scriptsOf } from './scripts-of';

const execute = promisify(execFile);

const files = {
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(folder)} } };`,
  'app/layout.js':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
  'app/page.js': 'export default function Page() { return <p>Empty</p>; }',
};

/** Builds a Next app with one page and a line on it. Returns the bytes of its page's scripts, gzipped. @throws Error when it cannot be built */
export async function weighEmptyApp(): Promise<number> {
  // Turbopack takes only what lies under the folder whose packages it uses.
  const place = path.join(folder, 'data');
  mkdirSync(place, { recursive: true });
  const app = mkdtempSync(path.join(place, 'empty-app-'));
  try {
    mkdirSync(path.join(app, 'app'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(app, name), text);
    await execute(process.execPath, [path.join(folder, 'node_modules/next/dist/bin/next'), 'build', app], {
      cwd: app,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    const built = path.join(app, '.next');
    return scriptsOf(readFileSync(path.join(built, 'server', 'app', 'index.html'), 'utf8'), built);
  } finally {
    rmSync(app, { recursive: true, force: true });
  }
}
