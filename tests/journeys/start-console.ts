// Playwright's global set-up: one console and one line simulator for the whole run, on free ports, with an empty data folder.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@/scripts/ports.mjs';
import { spawnStart } from './spawn-start';

export default async function startConsole(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-journeys-'));
  const port = await freePort();
  const linePort = await freePort();
  const start = spawnStart({ PORT: String(port), LINE_PORT: String(linePort), DATA_DIR: dataDir });
  await start.isUp();
  Object.assign(process.env, {
    JOURNEY_CONSOLE_URL: `http://127.0.0.1:${port}`,
    JOURNEY_LINE_URL: `http://127.0.0.1:${linePort}`,
    JOURNEY_DATA_DIR: dataDir,
  });
  return async () => {
    start.process.kill('SIGTERM');
    await start.exitCode;
    rmSync(dataDir, { recursive: true, force: true });
  };
}
