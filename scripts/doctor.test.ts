// The connection test in the shell, as a person runs it: against a line simulator and a console in miniature.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore } from '@/db/store';
import { insertTestCompany, testPeople } from '@/lib/operations/employees/testing';
import { createCompanyNumber } from '@/lib/operations/settings/create-company-number';
import { createTestWorld } from '@/lib/operations/testing';
import { systemClock } from './line-simulator/clock/clock';
import { serveLine } from './line-simulator/control/serve-line';
import { setUpAccount } from './line-simulator/line/account';
import { openLine } from './line-simulator/line/line';
import { startScriptedConsole } from './line-simulator/testing/scripted-console';

/** Starting a command takes seconds, on a busy machine many. */
const aWhile = 120_000;
const authToken = 'a'.repeat(32);
const settings = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'secret of the API key'.replaceAll(' ', '-'),
  twimlAppSid: `AP${'3'.repeat(32)}`,
  numbers: ['+74951234567'],
  port: 0,
  knownCallersFile: null,
  deskPhonesFile: null,
};
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-doctor-'));
let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
}, aWhile);
afterAll(async () => {
  await world.close();
  rmSync(dataDir, { recursive: true });
});
beforeEach(() => setUpAccount(world.line, []));

async function openWorld() {
  const store = await openStore({ dataDir });
  const { as, now } = createTestWorld(store);
  await insertTestCompany(store, now());
  await createCompanyNumber(as(testPeople().alla), { phone: settings.numbers[0]!, name: 'Main' });
  await store.close();

  const console = await startScriptedConsole(authToken);
  console.on('/api/health', { type: 'application/json', body: '{"ok":true,"startedAt":1}' });
  console.on('/api/twilio/connection-test', ({ isSigned }) => ({ status: isSigned ? 204 : 403 }));
  const line = openLine({ ...settings, publicUrl: console.url }, systemClock);
  const server = serveLine(line);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    line,
    environment: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ENV_FILE: 'none',
      LANG: 'C',
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PUBLIC_URL: console.url,
      AUTH_SECRET: 's'.repeat(40),
      TWILIO_ACCOUNT_SID: settings.accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_API_KEY_SID: settings.apiKeySid,
      TWILIO_API_KEY_SECRET: settings.apiKeySecret,
      TWILIO_TWIML_APP_SID: settings.twimlAppSid,
      TWILIO_API_BASE_URL: `http://127.0.0.1:${port}`,
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await console.close();
    },
  };
}

async function doctor(...args: string[]): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/doctor.ts', ...args], {
    env: world.environment as never,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  for (const secret of [authToken, settings.apiKeySecret]) expect(text).not.toContain(secret);
  return { code, lines: text.trim().split('\n') };
}

test(
  'on a right account every line says so, and the exit code is 0',
  async () => {
    const { code, lines } = await doctor();
    expect(lines).toHaveLength(11);
    expect(lines.filter((line) => !line.endsWith(': all right'))).toEqual([]);
    expect(code).toBe(0);
  },
  aWhile,
);

test(
  'what is wrong is a line with what to do, in the language of the person, and exit code 1',
  async () => {
    setUpAccount(world.line, ['voice-method-get', 'no-profile']);
    const { code, lines } = await doctor('--language', 'ru');
    expect(lines.filter((line) => !line.endsWith(': всё в порядке'))).toEqual([
      'Номера: Ошибка. Voice URL номера +7 (495) 123-45-67 запрашивается методом GET, консоль принимает POST. Выберите HTTP POST.',
      expect.stringMatching(/^Одновременные звонки: Предупреждение\. Одобренного профиля нет/),
    ]);
    expect(code).toBe(1);
  },
  aWhile,
);

test(
  '--fix tells what it would set, and without a word of agreement sets nothing',
  async () => {
    setUpAccount(world.line, ['voice-url-foreign']);
    const { code, lines } = await doctor('--fix');
    expect(lines.join('\n')).toMatch(
      /Now: POST https:\/\/demo\.twilio\.com.*Then: POST .*voice\/inbound#rc=2/,
    );
    expect(lines.at(-1)).toMatch(/^Nothing was written/);
    expect(world.line.numbers[0]!.voiceUrl).toContain('demo.twilio.com');
    expect(code).toBe(1);
  },
  aWhile,
);

test(
  '--fix --yes tells it, sets it and tests again',
  async () => {
    setUpAccount(world.line, ['voice-url-foreign', 'app-voice-url-foreign', 'status-callback-missing']);
    const { code, lines } = await doctor('--fix', '--yes');
    expect(lines).toContain('3 addresses written to Twilio');
    expect(lines.slice(-10).filter((line) => !line.endsWith(': all right'))).toEqual([]);
    expect(code).toBe(0);
  },
  aWhile,
);
