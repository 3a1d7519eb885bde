import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@/scripts/ports.mjs';
import { type StandBetween, standBetween } from '../contract/stand-between';
import { spawnStart } from './spawn-start';

/** Where a console that runs for journeys, and its line simulator, are found. */
export type RunningConsole = {
  url: string;
  lineUrl: string;
  dataDir: string;
  /** What the two said to each other against Twilio's documents. */
  violations: StandBetween['violations'];
};

/**
 * A console and a line simulator of their own, on free ports, with an empty data folder; all that they say to each other is
 * held to Twilio's documents. Returns what ends them, too.
 */
export async function startConsole(): Promise<RunningConsole & { stop(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-journeys-'));
  const port = await freePort();
  const linePort = await freePort();
  const lineUrl = `http://127.0.0.1:${linePort}`;
  const stand = await standBetween(lineUrl);
  const start = spawnStart({
    PORT: String(port),
    LINE_PORT: String(linePort),
    LINE_API_BASE_URL: stand.url,
    DATA_DIR: dataDir,
  });
  await start.isUp();
  return {
    url: `http://127.0.0.1:${port}`,
    lineUrl,
    dataDir,
    violations: stand.violations,
    stop: async () => {
      start.process.kill('SIGTERM');
      await start.exitCode;
      await stand.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
