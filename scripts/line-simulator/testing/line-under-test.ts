import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { serveLine } from '../control/serve-line.ts';
import { openLine } from '../line/line.ts';
import { cutSessions } from '../signal/serve-signal.ts';
import { type ScriptedConsole, startScriptedConsole } from './scripted-console.ts';

export const ACCOUNT_SID = `AC${'a'.repeat(32)}`;
export const AUTH_TOKEN = 'line-secret';
export const API_KEY_SID = `SK${'b'.repeat(32)}`;
export const API_KEY_SECRET = 'key-secret';
export const APPLICATION_SID = `AP${'c'.repeat(32)}`;
export const COMPANY = '+74951234567';
export const CALLER = '+79161234567';
export const DESK = '+74951230042';

export const WAITING_ROOM = `<Response><Dial action="/api/twilio/voice/caller-left?c=1" method="POST">
  <Conference participantLabel="caller" startConferenceOnEnter="false" endConferenceOnExit="true" beep="false"
    maxParticipants="12" waitUrl="/api/twilio/voice/wait?c=1" waitMethod="POST"
    statusCallback="/api/twilio/conference-status?c=1" statusCallbackMethod="POST"
    statusCallbackEvent="start end join leave mute hold modify">c_1</Conference></Dial></Response>`;

/** A line on a virtual clock, with a scripted console behind it and its own REST API before it, or what is put between. */
export async function openLineUnderTest(
  between?: (lineUrl: string) => Promise<{ url: string; close(): Promise<void> }>,
) {
  const consoleServer: ScriptedConsole = await startScriptedConsole(AUTH_TOKEN);
  const clock = createVirtualClock(Date.UTC(2026, 0, 12, 9, 0, 0));
  const line = openLine(
    {
      port: 3111,
      accountSid: ACCOUNT_SID,
      authToken: AUTH_TOKEN,
      apiKeySid: API_KEY_SID,
      apiKeySecret: API_KEY_SECRET,
      twimlAppSid: APPLICATION_SID,
      publicUrl: consoleServer.url,
      numbers: [COMPANY],
      knownCallersFile: null,
      deskPhonesFile: null,
    },
    clock,
  );
  const server: Server = serveLine(line);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const own = `http://127.0.0.1:${port}`;
  const stand = await between?.(own);
  const base = stand?.url ?? own;

  consoleServer.on('/api/twilio/voice/inbound', WAITING_ROOM);
  consoleServer.on(
    '/api/twilio/voice/wait',
    '<Response><Say language="ru-RU">Пожалуйста, подождите.</Say><Pause length="5"/><Redirect/></Response>',
  );
  consoleServer.on(
    '/api/twilio/voice/hold',
    '<Response><Say language="ru-RU">Соединяю.</Say><Pause length="5"/><Redirect/></Response>',
  );
  consoleServer.on('/api/twilio/voice/caller-left', '<Response><Hangup/></Response>');

  async function rest(method: string, path: string, form: Record<string, string | string[]> = {}) {
    const body = new URLSearchParams(
      Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
    );
    const isRead = method === 'GET' || method === 'DELETE';
    const answer = await fetch(
      `${base}/2010-04-01/Accounts/${ACCOUNT_SID}${path}${isRead && `${body}` ? `?${body}` : ''}`,
      {
        method,
        headers: { authorization: `Basic ${btoa(`${API_KEY_SID}:${API_KEY_SECRET}`)}` },
        body: isRead ? undefined : body,
      },
    );
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  }

  /** A read with the account's own token, which reaches what a standard key may not. */
  async function asOwner(path: string) {
    const headers = { authorization: `Basic ${btoa(`${ACCOUNT_SID}:${AUTH_TOKEN}`)}` };
    const answer = await fetch(`${base}${path}`, { headers });
    return { status: answer.status, body: await answer.json(), date: answer.headers.get('date') };
  }

  /** The sound of a recording as the REST API gives it. */
  async function sound(sid: string, authorization = `Basic ${btoa(`${API_KEY_SID}:key-secret`)}`) {
    const address = `${base}/2010-04-01/Accounts/${ACCOUNT_SID}/Recordings/${sid}.wav`;
    const answer = await fetch(address, { headers: { authorization } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, type: answer.headers.get('content-type'), bytes };
  }

  async function control(method: string, path: string, input?: unknown) {
    const answer = await fetch(`${base}/control${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: input === undefined ? undefined : JSON.stringify(input),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  }

  return {
    base,
    line,
    clock,
    console: consoleServer,
    rest,
    asOwner,
    sound,
    control,
    settled: () => line.settled(),
    seconds: (count: number) => clock.advance(count * 1000, () => line.settled()),
    /** Puts an employee's telephone into the caller's room and lets it answer. */
    async join(conferenceSid: string, label: string, to = DESK, more: Record<string, string> = {}) {
      const created = await rest('POST', `/Conferences/${conferenceSid}/Participants.json`, {
        To: to,
        From: COMPANY,
        Label: label,
        StartConferenceOnEnter: 'true',
        EndConferenceOnExit: 'false',
        Beep: 'false',
        EarlyMedia: 'false',
        Timeout: '20',
        StatusCallback: `${consoleServer.url}/api/twilio/call-status?leg=${label}`,
        StatusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
        ...more,
      });
      return created;
    },
    async close() {
      for (const leg of line.browserLegs) leg.close('hangup');
      await stand?.close();
      server.closeAllConnections();
      cutSessions(line);
      await new Promise((resolve) => server.close(resolve));
      await consoleServer.close();
    },
  };
}
