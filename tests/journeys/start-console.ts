import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@/scripts/ports.mjs';
import { officeTimeZone } from './office-day';
import { spawnStart } from './spawn-start';

/** Where a console that runs for journeys, and its line simulator, are found. */
export type RunningConsole = { url: string; lineUrl: string; dataDir: string };

/** A console and a line simulator of their own, on free ports, with an empty data folder. Returns what ends them, too. */
export async function startConsole(
  between?: (lineUrl: string) => Promise<{ url: string; close(): Promise<void> }>,
  settings: Record<string, string> = {},
): Promise<RunningConsole & { words(): string; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-journeys-'));
  const port = await freePort();
  const linePort = await freePort();
  const lineUrl = `http://127.0.0.1:${linePort}`;
  const stand = await between?.(lineUrl);
  const start = spawnStart({
    PORT: String(port),
    LINE_PORT: String(linePort),
    DATA_DIR: dataDir,
    OFFICE_TIME_ZONE: officeTimeZone,
    ...settings,
    ...(stand && { LINE_API_BASE_URL: stand.url }),
  });
  await start.isUp();
  return {
    url: `http://127.0.0.1:${port}`,
    lineUrl,
    dataDir,
    words: start.words,
    stop: async () => {
      start.process.kill('SIGTERM');
      await start.exitCode;
      await stand?.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
