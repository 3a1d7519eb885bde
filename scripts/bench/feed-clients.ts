// Holds live streams in a process of its own: feed-clients.ts ADDRESS COUNT [COOKIE]. Asked to listen, it says when each of them heard the next piece of news.
import http from 'node:http';
import { heartbeatEveryMs } from '@/lib/domain/employees/presence';

/** `round` is the one that was asked for. */
export type FeedMessage = { isOpen: true } | { round: number; heardAt: number[] };

const [address, count, cookie] = process.argv.slice(2) as [string, string, string | undefined];
const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const headers: http.OutgoingHttpHeaders = cookie ? { cookie } : {};
const now = () => performance.timeOrigin + performance.now();
const tell = (message: FeedMessage) => process.send!(message);

/** When each stream heard it, by the id of the news. */
let heard = new Map<string, number[]>();
let round = 0;
let open = 0;
const clients = Number(count);

function openStream(): void {
  http.get(address, { agent, headers }, (response) => {
    if (response.statusCode !== 200) throw new Error(`a live stream answered ${response.statusCode}`);
    let rest = '';
    let isNamed = false;
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      const at = now();
      const events = (rest + chunk).split('\n\n');
      rest = events.pop()!;
      for (const event of events) {
        const newsId = /^id: (\d+)\nevent: news/m.exec(event)?.[1];
        if (newsId) hear(newsId, at);
        const connectionId = /^event: connection\ndata: \{"id":"(\w+)"\}/m.exec(event)?.[1];
        if (connectionId) keepAlive(connectionId);
        if (!isNamed && (connectionId || !cookie)) {
          isNamed = true;
          open += 1;
          if (open === clients) tell({ isOpen: true });
          else if (open % 20 === 0) openSome(20);
        }
      }
    });
    response.once('end', () => {
      throw new Error('a live stream ended');
    });
  });
}

function hear(newsId: string, at: number): void {
  const heardAt = heard.get(newsId) ?? [];
  heardAt.push(at);
  heard.set(newsId, heardAt);
  if (heardAt.length === clients) tell({ round, heardAt });
}

let asked = 0;
function openSome(some: number): void {
  for (let each = 0; each < some && asked < clients; each += 1) {
    asked += 1;
    openStream();
  }
}

/** As a console does, the clients one after another and not all at once. */
function keepAlive(connectionId: string): void {
  const beat = () => {
    const request = http.request(new URL('/api/v1/presence/heartbeat', address), {
      agent,
      method: 'POST',
      headers: {
        ...headers,
        origin: new URL(address).origin,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
    });
    request.on('response', (response) => response.resume());
    request.end(JSON.stringify({ connectionId, browserPhone: 'off' }));
  };
  setTimeout(() => setInterval(beat, heartbeatEveryMs), Math.random() * heartbeatEveryMs);
}

openSome(20);
process.on('message', (next: number) => {
  round = next;
  heard = new Map();
});
process.once('disconnect', () => process.exit(0));
