import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type StandBetween, standBetween } from './stand-between';

const account = `/2010-04-01/Accounts/AC${'a'.repeat(32)}`;
const room = `${account}/Conferences/CF${'b'.repeat(32)}`;
const authorization = `Basic ${btoa('SK:secret')}`;
const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

/** A line that answers as it is told, and what stands between it and us. */
async function between(answers: RequestListener): Promise<StandBetween & { server: http.Server }> {
  const server = http.createServer(answers);
  opened.push({ close: () => server.closeAllConnections() }, { close: () => server.close() });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stand = await standBetween(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  opened.push(stand);
  return { ...stand, server };
}

const answering =
  (status: number, body: unknown, type = 'application/json;charset=utf-8'): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(JSON.stringify(body));
  };
const post = (url: string, form: string, more: Record<string, string> = { authorization }) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...more },
    body: form,
  });
const participant = { status: 'ringing', muted: false, label: 'agent_42_1' };
const whole =
  'To=%2B74951230042&From=%2B74951234567&StatusCallbackEvent=initiated&StatusCallbackEvent=ringing';

const wrong: [string, string, RequestListener, { of: string; message: RegExp }][] = [
  [
    'a request without what it needs',
    'From=%2B74951234567',
    answering(201, participant),
    { of: 'request', message: /→ 201: .*required property 'To'/ },
  ],
  [
    'a request of a wrong kind of value',
    `${whole}&Muted=perhaps`,
    answering(400, { code: 20001, message: 'Muted', more_info: '', status: 400 }),
    { of: 'request', message: /Muted must be boolean/ },
  ],
  [
    'a state that Twilio does not know',
    whole,
    answering(201, { ...participant, status: 'talking' }),
    { of: 'response', message: /status must be equal to one of the allowed values/ },
  ],
  [
    'a date in another form',
    whole,
    answering(201, { ...participant, date_created: '2026-01-12T09:00:00Z' }),
    { of: 'response', message: /date_created must match pattern/ },
  ],
  [
    'something Twilio never says',
    whole,
    answering(201, { ...participant, mood: 'good' }),
    { of: 'response', message: /additional properties; found 'mood'/ },
  ],
  [
    'an error without its code',
    whole,
    answering(429, { message: 'Too Many Requests' }),
    { of: 'response', message: /→ 429: .*required property 'code'/ },
  ],
  [
    'another kind of document',
    whole,
    answering(201, participant, 'text/html'),
    { of: 'response', message: /media type "text\/html"/ },
  ],
];
test.each(wrong)('%s is a violation', async (_, form, answers, { of, message }) => {
  const stand = await between(answers);
  await (await post(`${stand.url}${room}/Participants.json`, form)).text();
  const [first] = await stand.violations();
  expect(first).toMatchObject({ of, message: expect.stringMatching(message) });
  expect(await stand.violations()).toEqual([]);
});

test('an address that Twilio does not have, and a request of nobody, are violations', async () => {
  const stand = await between(answering(200, {}));
  await (await fetch(`${stand.url}${account}/Telephones.json`, { headers: { authorization } })).text();
  await (await fetch(`${stand.url}${account}/Calls.json`)).text();
  const messages = (await stand.violations()).map(({ message }) => message);
  expect(messages).toEqual([
    expect.stringContaining('no path matched'),
    expect.stringContaining('Invalid security scheme used'),
  ]);
});

test('what is right passes, and every byte of it: repeated fields, headers, sound', async () => {
  const heard: string[] = [];
  const sound = Buffer.from(Array.from({ length: 70_000 }, (_, at) => at % 256));
  const stand = await between(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    heard.push(`${request.method} ${body} ${request.headers.host}`);
    if (request.url!.endsWith('.wav')) {
      response.writeHead(200, { 'content-type': 'audio/x-wav', 'twilio-request-id': 'RQ1' });
      response.end(sound);
    } else answering(201, participant)(request, response);
  });
  expect(await (await post(`${stand.url}${room}/Participants.json`, whole)).json()).toEqual(participant);
  const recording = await fetch(`${stand.url}${account}/Recordings/RE${'d'.repeat(32)}.wav`);
  expect(Buffer.from(await recording.arrayBuffer()).equals(sound)).toBe(true);
  expect(recording.headers.get('twilio-request-id')).toBe('RQ1');
  const host = new URL(stand.url).host;
  expect(heard).toEqual([`POST ${whole} ${host}`, `GET  ${host}`]);
  expect(await stand.violations()).toEqual([]);
});

test('a line that hangs up without an answer does so here as well, and the request is looked at', async () => {
  const stand = await between((request) => request.socket.destroy());
  await expect(post(`${stand.url}${room}/Participants.json`, 'From=1')).rejects.toThrow();
  expect(await stand.violations()).toMatchObject([{ of: 'request' }]);
});

test('a socket is carried both ways', async () => {
  const stand = await between(answering(200, {}));
  const sockets = new WebSocketServer({ server: stand.server, path: '/signal' });
  sockets.on('connection', (socket) => socket.on('message', (words) => socket.send(`heard ${words}`)));
  const phone = new WebSocket(`${stand.url.replace('http', 'ws')}/signal`);
  opened.push(sockets, { close: () => phone.terminate() });
  await new Promise((resolve) => phone.once('open', resolve));
  phone.send('listen');
  expect(String(await new Promise((resolve) => phone.once('message', resolve)))).toBe('heard listen');
});
