// The least that is as durable as the console's webhook: node:http, the signature, one transaction of two rows on SQLite (WAL, FULL).
import http from 'node:http';
import path from 'node:path';
import Database from 'better-sqlite3';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

const [dataDir, authToken] = process.argv.slice(2) as [string, string];
const database = new Database(path.join(dataDir, 'bare.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(`
  create table calls (id integer primary key, call_sid text not null unique, caller text not null, arrived_at integer not null);
  create table facts (id integer primary key, dedupe_key text not null unique, event text not null, answer text not null);
`);
const insertCall = database.prepare(
  'insert into calls (call_sid, caller, arrived_at) values (?, ?, ?) on conflict do nothing',
);
const insertFact = database.prepare(
  'insert into facts (dedupe_key, event, answer) values (?, ?, ?) on conflict do nothing',
);
const answer =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Dial><Conference>room</Conference></Dial></Response>';
const receive = database.transaction((params: Record<string, string>) => {
  insertCall.run(params.CallSid, params.From, Date.now());
  insertFact.run(`${params.CallSid}:inbound`, JSON.stringify(params), answer);
});

const server = http.createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const params = Object.fromEntries(new URLSearchParams(body));
  const signature = String(request.headers['x-twilio-signature']);
  if (!validateRequest(authToken, signature, `http://${request.headers.host}${request.url}`, params)) {
    response.writeHead(403).end();
    return;
  }
  receive.immediate(params);
  response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(answer);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send!({ port: typeof address === 'object' ? address!.port : 0 });
});
process.once('disconnect', () => process.exit(0));
