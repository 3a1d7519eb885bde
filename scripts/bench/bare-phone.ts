import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { signAccessToken } from '@/lib/twilio/access-token';
import { folder } from '@/scripts/folder.mjs';
import { freePort } from '@/scripts/ports.mjs';
import { sleep } from '@/scripts/processes.mjs';
import type { SoundingBrowser } from './sounding-browser';

const account = {
  twilioAccountSid: `AC${'1'.repeat(32)}`,
  twilioApiKeySid: `SK${'2'.repeat(32)}`,
  twilioApiKeySecret: 'bare-key-secret',
  twilioTwimlAppSid: `AP${'3'.repeat(32)}`,
};
const conference = (attributes: string) =>
  `<Response><Dial><Conference ${attributes} beep="false">room</Conference></Dial></Response>`;
const answers: Record<string, string> = {
  '/api/twilio/voice/inbound': conference(
    'startConferenceOnEnter="false" endConferenceOnExit="true" waitUrl=""',
  ),
  '/api/twilio/voice/agent': conference('startConferenceOnEnter="true" waitUrl=""'),
};
/** The SDK remembers the WebSocket that it finds when it is loaded, and speaks wss to whatever it is pointed at. */
const page = `<!doctype html><title>bare</title><script>
const Socket = WebSocket;
globalThis.WebSocket = class extends Socket {
  constructor(address, protocols) { super(String(address).replace('wss://', 'ws://'), protocols); }
};
</script><script src="/twilio.js"></script>`;

export type BarePhone = {
  lineUrl: string;
  page: Page;
  /** `device.connect()`; returns when it was asked for, epoch ms. */
  connect(): Promise<number>;
  disconnect(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * The least a browser phone can be: a page with the SDK alone, a line simulator of its own, and a server that answers it
 * with constant TwiML.
 */
export async function startBarePhone(browser: SoundingBrowser): Promise<BarePhone> {
  const sdk = readFileSync(
    path.join(folder, 'node_modules', '@twilio', 'voice-sdk', 'dist', 'twilio.min.js'),
  );
  const silence = readFileSync(path.join(folder, 'public', 'sounds', 'key-0.wav'));
  const server = http.createServer((request, response) => {
    request.resume();
    const path = (request.url ?? '').split('?')[0]!;
    const xml = answers[path];
    if (xml) response.writeHead(200, { 'content-type': 'text/xml' }).end(xml);
    else if (path === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    else if (path === '/twilio.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(sdk);
    else if (path === '/sound.wav') response.writeHead(200, { 'content-type': 'audio/wav' }).end(silence);
    else response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const linePort = await freePort();
  const line = startBareLine(url, linePort);
  const stop = async () => {
    line.kill('SIGTERM');
    server.closeAllConnections();
    server.close();
  };
  try {
    const lineUrl = `http://127.0.0.1:${linePort}`;
    await answering(`${lineUrl}/health`);
    const opened = await browser.open(url);
    await opened.goto('/');
    const token = signAccessToken(account, 'agent_bare', 3600);
    await opened.evaluate(register, { token, host: `127.0.0.1:${linePort}` });
    return {
      lineUrl,
      page: opened,
      connect: () => opened.evaluate(connect),
      disconnect: () => opened.evaluate(disconnect),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startBareLine(publicUrl: string, port: number): ChildProcess {
  return spawn(process.execPath, [path.join('scripts', 'line-simulator', 'main.ts')], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      TWILIO_ACCOUNT_SID: account.twilioAccountSid,
      TWILIO_AUTH_TOKEN: 'bare-secret',
      TWILIO_API_KEY_SID: account.twilioApiKeySid,
      TWILIO_API_KEY_SECRET: account.twilioApiKeySecret,
      TWILIO_TWIML_APP_SID: account.twilioTwimlAppSid,
      PUBLIC_URL: publicUrl,
      LINE_PORT: String(port),
    } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
    stdio: 'ignore',
  });
}

async function answering(url: string): Promise<void> {
  for (let tried = 0; tried < 200; tried += 1) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await sleep(50);
  }
  throw new Error(`${url} did not answer`);
}

type Bare = typeof globalThis & {
  Twilio: { Device: new (token: string, options: object) => BareDevice };
  device: BareDevice;
};
type BareDevice = {
  register(): Promise<void>;
  connect(options: object): Promise<unknown>;
  disconnectAll(): void;
  audio: { incoming(isOn: boolean): void; outgoing(isOn: boolean): void; disconnect(isOn: boolean): void };
};

/** In the page: what the console does with the SDK, and nothing else. */
async function register({ token, host }: { token: string; host: string }): Promise<void> {
  const bare = globalThis as Bare;
  const names = ['incoming', 'outgoing', 'disconnect', 'dtmfs', 'dtmfh'];
  const keys = [...Array(10).keys()].map((key) => `dtmf${key}`);
  const sounds = Object.fromEntries([...names, ...keys].map((name) => [name, '/sound.wav']));
  bare.device = new bare.Twilio.Device(token, { chunderw: host, publishEvents: false, sounds });
  bare.device.audio.incoming(false);
  bare.device.audio.outgoing(false);
  bare.device.audio.disconnect(false);
  await bare.device.register();
}

async function connect(): Promise<number> {
  const askedAt = performance.timeOrigin + performance.now();
  await (globalThis as Bare).device.connect({ params: {} });
  return askedAt;
}

const disconnect = (): void => (globalThis as Bare).device.disconnectAll();
