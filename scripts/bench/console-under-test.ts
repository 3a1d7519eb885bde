import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { folder } from '@/scripts/folder.mjs';
import { freePort } from '@/scripts/ports.mjs';
import { sleep } from '@/scripts/processes.mjs';

export type ConsoleUnderTest = {
  url: string;
  lineUrl: string;
  dataDir: string;
  /** What signs webhooks as the phone provider would. */
  accountSid: string;
  authToken: string;
  /** The process that serves the console. */
  pid: number;
  /** What it has said so far. */
  words(): string;
  stop(): Promise<void>;
};

/** The production build with the demo company and its line, as `npm start` runs it, on ports and data of its own. */
export async function startConsole(): Promise<ConsoleUnderTest> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-bench-'));
  const [port, linePort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [path.join('scripts', 'start.mjs')], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ENV_FILE: 'none',
      PORT: String(port),
      LINE_PORT: String(linePort),
      DATA_DIR: dataDir,
    } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      words += chunk;
    });
  }
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  while (!words.includes('Ctrl-C stops everything')) {
    if (child.exitCode !== null) {
      await stop();
      throw new Error(`The console did not start:\n${words}`);
    }
    await sleep(50);
  }
  const read = (name: string) => JSON.parse(readFileSync(path.join(dataDir, name), 'utf8'));
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = read('demo-settings.json');
  return {
    url: `http://127.0.0.1:${port}`,
    lineUrl: `http://127.0.0.1:${linePort}`,
    dataDir,
    accountSid,
    authToken,
    pid: read('running.json').consolePid,
    words: () => words,
    stop,
  };
}
